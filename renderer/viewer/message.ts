/** Shows one sentence in place of the pages. */
export const showMessage = (place: HTMLElement, sentence: string): void => {
  const message = document.createElement('p');
  message.className = 'message';
  message.setAttribute('role', 'status');
  message.textContent = sentence;
  place.replaceChildren(message);
};
