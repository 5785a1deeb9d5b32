/** The language of the page around the chat, else the browser's. */
export function pageLocale(chat: HTMLElement): string {
  return chat.closest<HTMLElement>('[lang]')?.lang || navigator.language
}
