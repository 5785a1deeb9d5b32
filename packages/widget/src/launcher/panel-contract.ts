/** What the launcher hands to the panel, which is loaded when it is needed. */
export interface LauncherParts {
  readonly host: HTMLElement
  readonly root: ShadowRoot
  readonly bubble: HTMLButtonElement
  readonly badge: HTMLElement
  /** What the page asks for, or speaks; the panel has English for what it does not know. */
  readonly locale: string
  /** Where the widget's script came from; the chat's socket is beside it. */
  readonly script: string
}

export interface Panel {
  /** Shows the panel; `focus` is false when the page opens it, not the buyer. */
  open(focus: boolean): void
  /** Hangs up and takes the panel out of the page. */
  end(): void
}
