// Gives the keys to the reader as soon as its screen is there, and again when its window is.
const focus = () => document.querySelector(".xterm-helper-textarea")?.focus();
new MutationObserver(focus).observe(document, { childList: true, subtree: true });
addEventListener("focus", focus);
