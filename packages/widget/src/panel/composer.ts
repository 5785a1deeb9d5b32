import { button, element } from '../dom/element.ts'
import { icon } from '../dom/icon.ts'
import { fill, type Words } from '../i18n/words.ts'
import { sendableText } from '../content/sendable-text.ts'

const MOST_ROWS = 5
const TYPING_EVERY_MS = 3_000

export interface ComposerEvents {
  readonly onSend: (text: string) => void
  readonly onTyping: () => void
}

/** Where the buyer writes. Enter sends, Shift and Enter make a new line; an input method keeps its Enter. */
export function composer(words: Words, { onSend, onTyping }: ComposerEvents) {
  let limit = Infinity
  let typedAt = 0
  const problem = element('p', { class: 'error', role: 'status', id: 'too-long', hidden: true })
  const input = element('textarea', {
    rows: '1',
    placeholder: words.write,
    'aria-label': words.write,
    'aria-describedby': 'too-long',
    enterkeyhint: 'send',
    autocomplete: 'off',
  })
  const sendButton = button(
    { class: 'send', 'aria-label': words.send, 'aria-disabled': 'true' },
    send,
    icon('send'),
  )

  function send(): void {
    const text = sendableText(input.value)
    if (text === '' || text.length > limit) return input.focus()
    input.value = ''
    change()
    onSend(text)
    input.focus()
  }

  function change(): void {
    const text = sendableText(input.value)
    const over = text.length - limit
    problem.hidden = over <= 0
    problem.textContent = over > 0 ? fill(words.tooLong, { n: over }) : ''
    sendButton.setAttribute('aria-disabled', String(text === '' || over > 0))
    input.rows = Math.min(MOST_ROWS, input.value.split('\n').length)
  }

  input.addEventListener('input', () => {
    change()
    const now = Date.now()
    if (input.value === '' || now - typedAt < TYPING_EVERY_MS) return
    typedAt = now
    onTyping()
  })
  input.addEventListener('keydown', (event) => {
    // 229: Safari ends a composition before the Enter that confirmed it.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return
    event.preventDefault()
    send()
  })

  return {
    node: element(
      'div',
      { class: 'composer' },
      problem,
      element('div', { class: 'write' }, input, sendButton),
    ),
    focus: () => input.focus(),
    update: (textLimit: number | undefined): void => {
      limit = textLimit ?? Infinity
    },
  }
}
