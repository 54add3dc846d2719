"""First names common enough to tell a person from a company or a town, from wherever news comes."""

from __future__ import annotations

GIVEN_NAMES = frozenset(
    """Aaron Abdul Abdullah Abraham Adam Adrian Ahmad Ahmed Alan Albert Alejandro Alex Alexander Alexandra Alexei
    Alfred Ali Alice Amanda Amir Amy Ana Andre Andrea Andrei Andrew Andrzej Andy Angela Angus Ann Anna Anne
    Anthony Antonio Arthur Ashley Barack Barbara Ben Benjamin Bernard Bernie Bill Bob Boris Brandon Brenda Brett
    Brian Bruce Bryan Carl Carla Carlos Carol Caroline Catherine Charles Charlie Chris Christian Christina
    Christine Christopher Claire Claude Colin Craig Cristina Dan Daniel Daniela Darren Dave David Dean Deborah
    Denis Dennis Diana Diego Dmitri Dmitry Don Donald Donna Doris Dorothy Doug Douglas Duncan Ed Eduardo Edward
    Elena Elizabeth Ellen Emily Emma Emmanuel Enrique Eric Erik Eva Evan Evelyn Fatima Felix Fernando Francesco
    Francis Francisco Francois François Frank Franz Fred Frederick Gabriel Gary Gavin Gareth Geoff Geoffrey
    George Gerald Gerard Giovanni Giuseppe Glenn Gloria Gordon Graham Greg Gregory Guillermo Gustavo Guy Hans
    Harold Harry Hassan Heather Hector Helen Henri Henry Hillary Howard Hugh Hugo Hussein Ian Ibrahim Igor Imran
    Ines Irina Isaac Isabel Ismail Ivan Jack Jackie Jacob Jacques Jake James Jamal Jamie Jan Jane Janet Jason
    Javier Jean Jeff Jeffrey Jennifer Jeremy Jerry Jesse Jessica Jill Jim Jimmy Joan Joe Joel Johan Johannes
    John Johnny Jon Jonathan Jordi Jorge Jose José Josef Joseph Josh Joshua Juan Judith Julia Julian Julie
    Justin Karen Karim Karl Kate Katherine Kathleen Kathy Katie Keith Kelly Ken Kenneth Kevin Khalid Kim Kyle
    Lars Laura Lauren Laurent Lawrence Lee Leo Leon Leonard Lewis Liam Linda Lisa Liz Louis Louise Lucas Lucy
    Luis Luke Lynn Manuel Marc Marco Marcus Margaret Maria Marie Mario Marion Mark Marta Martha Martin Mary
    Mateusz Matt Matteo Matthew Maurice Max Megan Melissa Michael Michel Michelle Miguel Mike Milan Mohamed
    Mohammad Mohammed Morgan Muhammad Mustafa Nancy Naomi Natalie Natasha Neil Nicholas Nick Nicola Nicolas
    Nicole Nigel Nikita Nikolai Noah Olga Oliver Olivia Omar Oscar Pablo Pamela Patricia Patrick Paul Paula
    Paulo Pavel Pedro Pete Peter Phil Philip Philippe Pierre Piotr Rachel Rafael Ralph Ramon Raymond Rebecca
    Reza Ricardo Richard Rick Robert Roberto Robin Roger Roland Ron Ronald Rosa Ross Roy Russell Ruth Ryan Sam
    Samantha Samuel Sandra Sara Sarah Scott Sean Sebastian Serena Sergei Sergey Sergio Seth Sharon Shaun Shinzo
    Simon Sofia Sophie Stefan Stephanie Stephen Steve Steven Stuart Susan Suzanne Sylvia Tamara Tanya Tariq Ted
    Teresa Terry Theresa Thomas Tim Timothy Toby Todd Tom Tommy Tony Tracy Trevor Tyler Ursula Vanessa Vera
    Victor Viktor Vincent Vladimir Walter Wayne Wendy Werner Will William Xavier Yasmin Yousef Yuri Yusuf Yves
    Zoe Qasem Qassem Mahmoud Mahmud Bashar Benjamin Binyamin Yasser Nasser Saad Faisal Salman Walid Tarek Hamid
    Javad Mohammadreza Ashraf Recep Tayyip Ahmet Mehmet Mustafa Kemal Narendra Rajiv Rahul Sanjay Amit Arun Anil
    Sunil Vijay Ravi Priya Sonia Indira Hiroshi Takashi Kenji Yoshihide Naoto Akira Volodymyr Oleksandr Oleg
    Yulia Anatoly Gennady Alexey Aleksandr Maxim Roman Jarosław Lech Wojciech Tomasz Krzysztof Jerzy Zoltan
    Laszlo Istvan Ion Nikos Georgios Kostas Alexis Mateo Santiago Nicolás Andrés Raúl Óscar Iván Rubén César
    Luiz João Rui Tiago Nuno Kwame Kofi Olusegun Goodluck Uhuru Jomo Yoweri Thabo Cyril""".split()
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
