const STORED_AS = 'shopbell.reply.'

/** Unsent words of each conversation; they survive a change of conversation and a reload of this tab, and leave with it. */
export function readReplyDraft(conversation: string): string {
  try {
    return sessionStorage.getItem(STORED_AS + conversation) ?? ''
  } catch {
    return '' // storage is forbidden
  }
}

export function keepReplyDraft(conversation: string, text: string): void {
  try {
    if (text === '') sessionStorage.removeItem(STORED_AS + conversation)
    else sessionStorage.setItem(STORED_AS + conversation, text)
  } catch {
    // Storage is forbidden or full: the words stay in the composer.
  }
}

/** On a shared computer the next person must not find them. */
export function forgetReplyDrafts(): void {
  try {
    Object.keys(sessionStorage)
      .filter((key) => key.startsWith(STORED_AS))
      .forEach((key) => sessionStorage.removeItem(key))
  } catch {
    // Nothing was kept.
  }
}
