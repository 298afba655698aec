/// <reference lib="dom" />
export {};

/** The button that prints the page: there only where the script is, since nothing else can do it. */
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
