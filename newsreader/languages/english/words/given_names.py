"""First names common enough to tell a person from a company or a town, from wherever news comes."""

from __future__ import annotations

GIVEN_NAMES = frozenset(
    """Aaron Abdul Abdullah Abigail Abraham Adam Adel Adele Adolfo Adrian Adriana Agnes Agnieszka Ahmad Ahmed Ahmet
    Aidan Aileen Aisha Akio Akira Alain Alan Alana Alastair Albert Alberto Aldo Alec Alejandro Aleksandr Alessandra
    Alessandro Alex Alexander Alexandra Alexandre Alexandros Alexei Alexey Alexia Alexis Alfie Alfonso Alfred Alfredo
    Ali Alice Alicia Alison Alistair Allan Allison Alonso Alvaro Amal Amanda Amartya Amelia Amina Amir Amit Amos Amy
    Ana Anand Anastasia Anatoly Anders Andre Andrea Andreas Andreea Andrei Andrej Andrew Andriy Andrzej Andrés Andy
    Aneta Anette Angela Angelina Angelique Angelo Angus Anil Anita Anja Anjali Anke Ann Anna Annabel Anne Anneliese
    Annette Annie Anouk Ansel Anselm Anthony Antoine Anton Antonia Antonio Antonín Antónia António Anwar Archie Arjun
    Armando Arnaud Arne Arno Arnold Arsène Artem Arthur Arturo Arun Arvind Asad Ashley Ashok Ashraf Asif Asim Astrid
    Atiku Audrey Augusto Aung Aurélien Axel Ayman Ayşe Azam Barack Barbara Bart Bartosz Bashar Basil Bastian Beata
    Beatrice Beatriz Becky Ben Benedict Benedikt Benito Benjamin Benny Bernadette Bernard Bernardine Bernardo Bernd
    Bernie Bert Bertrand Beth Bethany Betsy Betty Bianca Bilal Bill Billie Billy Binyamin Björn Blanca Bob Bobby
    Bogdan Boris Boyd Brad Bradley Brandon Brenda Brendan Brent Brett Brian Brianna Bridget Brigitte Britney Bruce
    Bruno Bryan Bryce Caitlin Cameron Camila Camille Carina Carl Carla Carlo Carlos Carlota Carmen Carol Carole
    Caroline Carolyn Carrie Carsten Casey Cassandra Cate Catherine Cecil Cecilia Celeste Celia Chad Chantal Charlene
    Charles Charlie Charlotte Cheryl Chloe Chloé Chris Christa Christian Christiane Christina Christine Christoph
    Christophe Christopher Chuck Cindy Claire Clara Clarence Claude Claudia Claudio Claus Clement Cliff Clifford Clint
    Clive Clément Colette Colin Colleen Connie Connor Conor Consuelo Cora Corey Corinne Cornelia Cornelius Cory
    Courtney Craig Cristina Curt Curtis Cynthia Cyril Cédric Céline César Dagmar Damian Damien Damir Damon Dan Dana
    Daniel Daniela Danielle Danilo Danny Daphne Dario Darlene Darrell Darren Darryl Dave David Dean Debbie Deborah
    Debra Declan Deepak Deirdre Delcy Delia Denis Denise Dennis Derek Derrick Desi Desmond Devin Diana Diane Didier
    Diego Dieter Dilip Dilma Dimitri Dimitris Dina Dino Diosdado Dirk Dmitri Dmitry Dmytro Dominic Dominik Dominique
    Don Donald Donatella Donna Donovan Dora Doreen Dorian Doris Dorothea Dorothy Doug Douglas Duncan Dustin Dwayne
    Dwight Dylan Ed Eddie Edgar Edith Edmund Edna Eduard Eduardo Edward Edwin Efraín Eileen Ekaterina Elaine Eleanor
    Elena Eleni Eli Eliana Elijah Elisa Elisabeth Elise Elizabeth Ella Ellen Ellie Elliot Elliott Elmar Elodie Elon
    Elsa Elton Elvira Emil Emilia Emiliano Emilie Emilio Emily Emine Emir Emma Emmanuel Emre Enda Enrique Enzo Eric
    Erica Erich Erik Erika Erin Ernest Ernesto Ernst Erwin Esteban Estelle Esther Ethan Eugene Eugenia Eugenio Eunice
    Eva Evan Evelyn Evo Ewa Ezekiel Fabian Fabien Fabio Fabrice Faisal Farah Farhad Farid Fatima Federica Federico
    Felicity Felipe Felix Fernanda Fernando Fiona Flavio Flora Florian Floyd Frances Francesco Francine Francis
    Francisco Francois Frank Frankie Franz Franziska François Fred Freddie Frederic Frederick Frederik Freya Friedrich
    Frédéric Fumio Gabriel Gabriela Gabriele Gabriella Gabrielle Gail Gareth Gary Gautam Gavin Gavriel Geert Gemma
    Geneviève Gennady Geoff Geoffrey Georg George Georges Georgina Georgios Gerald Geraldine Gerard Gerardo Gerd
    Gerhard Germán Gertrude Geun-hye Ghassan Giacomo Gianluca Gianni Gilberto Gilles Gina Gino Giorgia Giorgio
    Giovanni Gisela Giulia Giulio Giuseppe Gladys Glenda Glenn Gloria Gonzalo Goodluck Goran Gordon Graham Greg Gregor
    Gregory Greta Gretchen Grigory Grzegorz Guido Guillaume Guillermo Gunnar Gustavo Guy Gwen Gwyneth Günter Günther
    Habib Hailey Hakan Haley Halim Hamid Hamza Hana Hanna Hannah Hanne Hannes Hans Hans-Peter Harald Harold Harriet
    Harry Haruhiko Haruki Harvey Hasan Hassan Heather Hector Heidi Heiko Heinrich Heinz Helen Helena Helene Helga
    Helmut Hendrik Henri Henrik Henrique Henry Hermann Hernán Hilary Hilda Hillary Hiroshi Horst Hosni Howard Hubert
    Hugh Hugo Humberto Hussain Hussein Hélène Ian Ibrahim Ibrahima Ida Ignacio Igor Ilya Imad Iman Imelda Imran Indira
    Ines Inga Ingrid Inês Ion Iqbal Irene Irina Irving Isaac Isabel Isabella Isabelle Ishmael Isidro Ismael Ismail
    Istvan Itzik Ivan Ivana Ivanka Ivo Iván Jaap Jacek Jacinda Jack Jackie Jaclyn Jacob Jacqueline Jacques Jacqui
    Jae-in Jaime Jair Jake Jakub Jamal James Jameson Jamie Jamila Jan Jana Jane Janet Janice Janine Jared Jarosław
    Jarrod Jasmine Jason Jasper Javad Javier Jay Jayden Jean Jean-Baptiste Jean-Claude Jean-François Jean-Louis
    Jean-Luc Jean-Marie Jean-Paul Jean-Pierre Jeanette Jeanne Jeannie Jed Jeff Jeffrey Jemima Jennifer Jens Jeremy
    Jermaine Jerome Jerry Jerzy Jesse Jessica Jessie Jian Jill Jim Jimmy Joachim Joan Joanna Joanne Jocelyn Jochen
    Jody Joe Joel Joey Johan Johanna Johannes John Johnnie Johnny Joko Jolene Jomo Jon Jonas Jonathan Jong-un Joost
    Jordi Jorge Jose Josef Josefina Joseline Joseph Josephine Josh Joshua Josie José Joyce João Joël Juan Juanita
    Judith Judy Jules Julia Julian Juliana Julie Juliet Juliette Julio Julius Junichiro Junichirō Justin Justine
    Jérôme Jörg Jürgen Kamal Kamala Kamil Karen Karim Karin Karina Karine Karl Karsten Kasper Katarina Katarzyna Kate
    Katharina Katherine Kathleen Kathryn Kathy Katie Katja Katrin Katrina Katya Kayla Kaylee Keir Keira Keith Kelly
    Kelsey Kelvin Kemal Ken Kendall Kendra Kenji Kenneth Kenny Kersti Kevin Khaled Khalid Khalil Kieran Kim Kimberly
    Kirill Kirsten Kirsty Kjell Klaus Knut Kofi Konrad Konstantin Kostas Kris Krishna Krista Kristen Kristian Kristin
    Kristina Kristine Kristof Krzysztof Kurt Kwame Kwasi Kyle Kylie Lara Larisa Larry Lars Laszlo Latoya Laura Lauren
    Laurence Laurent Lauri Laurie Lawrence Leah Lech Lee Leif Leigh Leila Leni Lennart Lenín Leo Leon Leonard Leonardo
    Leonid Leonor Leopold Leopoldo Leroy Lesley Leszek Letitia Lewis Lia Liam Liana Lidia Lila Lilian Lillian Lina
    Linda Lindsay Lindsey Lionel Lisa Liz Lloyd Lois Lola Lora Loren Lorena Lorenzo Loretta Lorna Lothar Louis Louise
    Loïc Luca Lucas Lucia Luciana Luciano Lucie Lucien Lucille Lucinda Lucio Lucy Lucía Ludmila Ludwig Luigi Luis
    Luisa Luiz Luiza Lukas Lukasz Luke Lydia Lyle Lyndon Lynn Lynne Lyudmila Mackenzie Maddie Madeleine Madeline
    Magdalena Maggie Magnus Mahathir Mahesh Mahmoud Mahmud Maja Malala Malcolm Malcom Malik Mamata Mandy Manfred
    Manmohan Manolo Manuel Manuela Mara Marc Marcel Marcela Marcelo Marcia Marcin Marco Marcus Marek Margaret
    Margarita Margot Marguerite Maria Mariam Mariana Marianne Mariano Maribel Marie Marielle Marilyn Mario Marion
    Marissa Maritza Marius Marjorie Mark Markus Marlene Marlon Marsha Marta Martha Martin Martina Martine Marty Marvin
    Mary Maryam Masayoshi Masood Massimo Mateo Mateusz Mathias Mathieu Mathilde Matias Matilda Mats Matt Matteo
    Matthew Matthias Matthieu Matías Maura Maureen Maurice Mauricio Maurizio Mauro Max Maxim Maxime Maximilian Maxine
    Megan Megawati Mehmet Mel Melania Melanie Melinda Melissa Meredith Mervyn Mette Micah Michael Michaela Michaël
    Michał Michel Michele Michelle Mick Mickey Miguel Mihai Mikael Mike Mikhail Mikkel Mikko Mila Milagros Milan
    Mildred Milena Milo Milos Miloš Minna Mira Miranda Miriam Mirjam Mitch Mitchell Mitt Mohamed Mohammad Mohammadreza
    Mohammed Moira Molly Monica Monika Monique Morgan Moustafa Muhammad Muhammadu Mukesh Muriel Murray Mustafa Myra
    Myriam Mónica Nabil Nadia Nadine Naftali Nancy Nanette Nanna Naoki Naomi Naoto Narendra Narges Naseer Nasser
    Natalia Natalie Natasha Nathalie Nathan Nathaniel Nawaz Nayib Neil Nenad Nestor Neville Niall Nicholas Nick
    Nickolas Nicky Nico Nicola Nicolas Nicole Nicoletta Nicolás Niels Nigel Nikita Nikki Niklas Nikola Nikolai
    Nikolaus Nikos Nils Nina Nirmala Noah Noam Noel Nora Norbert Norma Norman Nouri Noémie Nuno Octavio Odette Oksana
    Olaf Olav Ole Oleg Oleksandr Oleksiy Olena Olga Oliver Olivia Olof Olusegun Omar Omer Ondřej Ophelia Oriol Orville
    Osama Oscar Oskar Osman Osvaldo Owen Pablo Paige Paloma Pamela Paola Paolo Pascal Pasquale Patrice Patricia
    Patrick Patrik Patsy Patti Patty Paul Paula Paulina Pauline Paulo Pavel Paweł Payton Pedro Peggy Penelope Penny
    Percy Pernille Petar Petra Pete Peter Petr Peyton Phelim Phil Philip Philipp Philippe Phillip Phyllis Pia Pierluigi
    Pierre Pierre-Yves Pieter Piotr Piyush Polly Porfirio Prabowo Prakash Pranab Prayut Priscilla Priya Przemysław
    Qasem Qassem Quentin Quincy Rachael Rachel Rachid Radek Radosław Rafael Rafał Raffaele Rahul Raisa Raj Rajesh
    Rajiv Rajnath Ralf Ralph Ramesh Ramiro Ramon Ramona Ramón Randall Randy Ranil Ranjit Raphael Raquel Rashid Ratan
    Ravi Raymond Raúl Rebecca Rebekah Recep Reginald Reid Reiner Reinhard Renata Renate Rene Renee René Renée Reza
    Rhonda Ricarda Ricardo Riccardo Richard Richie Rick Rikke Rishi Rita Robbie Robert Roberta Roberto Robin Roch
    Rocío Roddy Roderick Rodney Rodolfo Rodrigo Rogelio Roger Roland Rolf Romain Roman Romano Ron Ronald Ronaldo Ronan
    Ronja Ronnie Rory Rosa Rosalind Roseanne Rosemary Rosie Ross Roxana Roxanne Roy Ruben Rubén Rudolf Rudolph Rudy
    Rufus Rui Rupert Ruslan Russ Russell Ruth Ryan Rémi Saad Sabine Sabrina Sadiq Saif Sajid Salim Sally Salma Salman
    Salomon Salvatore Sam Samantha Samir Samuel Sandeep Sandra Sandro Sanjay Santiago Sara Sarah Sasha Saskia Saul
    Scarlett Scott Sean Sebastian Sebastián Selena Semyon Serena Serge Sergei Sergey Sergii Sergio Sergiy Servando
    Seth Shakira Shane Shari Sharon Shaun Shawn Shehbaz Sheila Sheldon Shelley Sheryl Shigeru Shimon Shinzo Shirley
    Siegfried Siegmar Sigmar Sigmund Sigrid Silke Silvia Silvio Simon Simone Siobhan Skylar Slobodan Smriti Snezana
    Sofia Sonia Sonja Sonya Sophia Sophie Stacey Stan Stanislav Stanisław Stavros Stefan Stefania Stefano Steffen
    Stephan Stephanie Stephen Stephon Steve Steven Stewart Stig Stina Stuart Stéphane Suella Sunil Suresh Susan Sushma
    Suzan Suzanne Suzette Svein Sven Svetlana Sviatlana Sybil Sylvain Sylvester Sylvia Sylvie Szymon Sébastien Tabaré
    Tabitha Tadeusz Takashi Takeshi Tamar Tamara Tammy Tamás Tania Tanya Tarek Tariq Taro Tarō Tasha Tatiana Tatyana
    Tayyip Ted Teddy Terence Teresa Terrance Terrence Terry Tess Thabo Thaksin Thea Thein Thelma Theodore Theresa
    Thierry Thilo Thom Thomas Thorsten Thérèse Tiago Tiffany Tilda Tilman Tim Timo Timothy Timothée Tina Tobias Toby
    Todd Tom Tomas Tomasz Tommaso Tommy Tomás Tomáš Toni Tony Torben Tore Toshiaki Toshiro Tracy Trent Trevor Tricia
    Trina Trisha Tristan Trudy Tsai Tyler Uhuru Ulrich Ulrike Umar Umberto Uri Ursula Usman Uwe Valentin Valentina
    Valentino Valeria Valerie Valery Valérie Vanessa Vasily Vaughn Vera Veronica Veronika Verónica Vicente Vicki Vicky
    Victor Vidkun Vijay Vikram Viktor Viktoria Vincent Vincenzo Vinod Viola Virgil Virginie Vitali Vitaly Vito Vivian
    Viviane Vivien Vladimir Vladislav Vojislav Volker Volodymyr Vyacheslav Waleed Walid Walter Wanda Wayne Wendy
    Werner Wesley Wilbur Wilfred Wilhelm Will Willa Willem William Willie Willy Wilma Winston Wojciech Wolfgang
    Woodrow Xander Xavi Xavier Xiomara Yahya Yair Yana Yann Yannick Yaroslav Yasir Yasmin Yasmine Yasser Yevgeny
    Yingluck Yitzhak Yoani Yoko Yolanda Yoon Yoshihide Yoshiko Yoshiro Yossi Yousef Yoweri Yukio Yulia Yuri Yuriy
    Yusuf Yves Yvette Yvonne Zac Zach Zachary Zack Zahra Zainab Zalmay Zbigniew Zdeněk Zehra Zeid Zelda Zhanna Ziad
    Zinedine Zlatan Zoe Zoltan Zoran Zsuzsanna Álvaro Ángel Émile Étienne Óscar Łukasz""".split()
)
"""First names, of which none is a common place or organisation by itself."""

WOMENS_NAMES = frozenset(
    """Alexandra Alice Amanda Amy Ana Angela Ann Anna Anne Barbara Brenda Carla Carol Caroline Catherine Christina
    Christine Claire Cristina Daniela Deborah Diana Donna Doris Dorothy Elena Elizabeth Ellen Emily Emma Eva
    Evelyn Fatima Gloria Heather Helen Hillary Ines Indira Irina Isabel Jackie Jane Janet Jennifer Jessica Jill
    Joan Judith Julia Julie Karen Kate Katherine Kathleen Kathy Katie Laura Lauren Linda Lisa Liz Louise Lucy
    Lynn Margaret Maria Marie Marta Martha Mary Megan Melissa Michelle Nancy Naomi Natalie Natasha Nicola Nicole
    Olga Olivia Pamela Patricia Paula Priya Rachel Rebecca Rosa Ruth Samantha Sandra Sara Sarah Serena Sharon
    Sofia Sonia Sophie Stephanie Susan Suzanne Sylvia Tamara Tanya Teresa Theresa Tracy Ursula Vanessa Vera
    Wendy Yasmin Yulia Zoe""".split()
)
"""Those of `GIVEN_NAMES` that are borne by women alone, or nearly so."""
