import type { BuyerAct } from '../simulate/buyer-act.ts'
import {
  playable,
  type PlayableFlow,
  playConversation,
  type PlayedConversation,
  type PlaySetting,
} from '../simulate/play-conversation.ts'
import { sampleAnswers } from '../simulate/sample-answers.ts'
import { UNKNOWN_BUYER } from '../conversation/buyer-record.ts'
import type { FlowDocument } from '../document/flow-document.ts'
import { validateFlow } from '../document/validate-flow.ts'
import { isPublishable } from '../flow/problem.ts'
import { PROFILES } from '../flow/profiles.ts'
import { isVendorName } from '../flow/vendor-name.ts'
import { tellInScript } from './tell-in-script.ts'

/** Stands for what a flow does not know, such as the store's name: a character that no text of a flow has a use for. */
const UNKNOWN = '\uE000'
/** A walk comes to every question once; one that leads in a circle ends here. */
const MOST_ANSWERS = 100

/**
 * One conversation with the flow as a conversation script (docs/conversation-scripts.md): the buyer opens the chat, taps every common
 * question, and gives every smart question the first answer that fits, until nothing is asked. In the rule book `marketplace`, in
 * the flow's default language, in a shop with products. It says what the flow does, not what it ought to do. Where a flow has
 * errors, or blocks of extensions, there are remarks that name them, and no conversation.
 */
export function exportScript(document: FlowDocument): string {
  const unfit = whyNot(document)
  if (unfit.length > 0) return remarks(unfit)
  const flow = playable(document)
  const acts = walk(document, flow)
  const played = playConversation(flow, settingOf(document), acts)
  return [
    `# ${document.name.replaceAll(/\s+/g, ' ')}: every common question, and the first fitting answers.`,
    '# Written from what the flow does. Read it, and change what it ought to do.',
    '',
    'Rule book: marketplace',
    `Buyer reads: ${document.defaultLocale}`,
    '',
    ...played.steps.flatMap((_, at) => sceneOf(played, at, acts[at - 1])),
    '',
  ].join('\n')
}

/** Why no conversation can be written: what an extension does is known where it runs, and a flow with errors runs nowhere. */
function whyNot(document: FlowDocument): readonly string[] {
  const foreign = Object.entries(document.blocks).filter(([, { kind }]) => isVendorName(kind))
  if (foreign.length > 0)
    return [
      'Only a shop with their extensions can play these blocks:',
      ...foreign.map(([id, { kind }]) => `${id} (${kind})`),
    ]
  const problems = validateFlow(document, PROFILES.marketplace)
  return isPublishable(problems)
    ? []
    : ['This flow has errors; mend them first.', ...problems.map(({ message }) => message)]
}

function remarks(lines: readonly string[]): string {
  return lines.map((line) => `# ${line}\n`).join('')
}

function settingOf(document: FlowDocument): PlaySetting {
  return {
    profile: PROFILES.marketplace,
    storeName: UNKNOWN,
    timeZone: 'UTC',
    locales: [document.defaultLocale],
    buyer: UNKNOWN_BUYER,
    products: [{ ref: UNKNOWN, title: UNKNOWN }],
    // The moment of a script that names none.
    startsAt: Date.parse('2026-03-02T09:30:00Z'),
  }
}

function walk(document: FlowDocument, flow: PlayableFlow): readonly BuyerAct[] {
  const play = (acts: readonly BuyerAct[]) => playConversation(flow, settingOf(document), acts)
  let acts: readonly BuyerAct[] = play([]).messages.flatMap(({ kind, content, source }) =>
    kind === 'faq_list' && content.kind === 'choices' && source !== null
      ? content.options.map(({ id }): BuyerAct => ({ type: 'tap', source, option: id }))
      : [],
  )
  for (let answers = 0; answers < MOST_ANSWERS; answers++) {
    const { asks } = play(acts)
    const answer = asks === null ? undefined : sampleAnswers(document, asks)[0]
    if (answer === undefined || play([...acts, answer]).unfit) break
    acts = [...acts, answer]
  }
  return acts
}

/** What the buyer does, and all it leads to. */
function sceneOf({ messages, steps }: PlayedConversation, at: number, act: BuyerAct | undefined) {
  const before = steps[at - 1]?.head ?? 0
  const fresh = messages.slice(before, steps[at]?.head).filter(({ author }) => author !== 'buyer')
  const told = fresh.map((message) => tellInScript(message, UNKNOWN))
  const done = act === undefined ? 'Buyer opens the chat' : tellAct(act, messages.slice(0, before))
  return [done, ...(told.length > 0 ? told : ['Robot stays silent'])]
}

/** By the labels on the screen. */
function tellAct(act: BuyerAct, messages: PlayedConversation['messages']): string {
  if (act.type === 'say') return `Buyer: ${act.text}`
  if (act.type !== 'tap' && act.type !== 'answer') return 'Buyer asks for a person'
  const content = messages.findLast(
    ({ source, content: { kind } }) => source === act.source && kind !== 'text',
  )?.content
  const options =
    content?.kind === 'choices' ? content.options : content?.kind === 'form' ? content.field.options : []
  const labelOf = (id: string | number) => options?.find((option) => option.id === id)?.label ?? String(id)
  if (act.type === 'tap')
    return `Buyer ${content?.kind === 'form' ? 'answers' : 'taps'}: ${labelOf(act.option)}`
  return `Buyer answers: ${[act.value].flat().map(labelOf).join(' | ')}`
}
