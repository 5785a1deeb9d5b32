import type { Unsent } from './kept-conversation.ts'

/** A message whose options a buyer may still see. */
export interface Offered {
  readonly seq: number
  readonly options: readonly { readonly id: string; readonly label: string }[]
}

/** What a tap is on, as the engine names it. */
export interface TappedOption {
  readonly message: number
  readonly option: string
}

/** Messages that a client may still show; what is further up is out of a buyer’s sight. As on the server. */
const LOOKED_AT = 50

/** Newest last. An older option that is called like a newer one is never meant any more, so it is not kept. */
export function offeredAfter(before: readonly Offered[], { seq, content }: Unsent): readonly Offered[] {
  const options =
    content.kind === 'choices' ? content.options : content.kind === 'form' ? content.field.options : undefined
  if (options === undefined || options.length === 0) return before
  const labels = new Set(options.map(({ label }) => label))
  const older = before
    .map((one) => ({ ...one, options: one.options.filter(({ label }) => !labels.has(label)) }))
    .filter((one) => one.options.length > 0 && one.seq > seq - LOOKED_AT)
  return [...older, { seq, options: options.map(({ id, label }) => ({ id, label })) }]
}

/** The newest option on the screen with exactly this label; null: nothing is called so. */
export function optionCalled(
  label: string,
  { offered, head }: { readonly offered: readonly Offered[]; readonly head: number },
): TappedOption | null {
  for (const { seq, options } of offered.toReversed()) {
    const option = seq > head - LOOKED_AT ? options.find((one) => one.label === label) : undefined
    if (option !== undefined) return { message: seq, option: option.id }
  }
  return null
}
