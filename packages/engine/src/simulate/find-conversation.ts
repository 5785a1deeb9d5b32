import { kindOf, type Block } from '../blocks/registry.ts'
import { flowGraph, reachableFrom } from '../document/graph.ts'
import type { FlowDocument } from '../document/flow-document.ts'
import type { BuyerAct } from './buyer-act.ts'
import { playable, playConversation, type PlayedConversation, type PlaySetting } from './play-conversation.ts'
import { comparedVariables, sampleAnswers } from './sample-answers.ts'
import { leadTo } from './spelled-flow.ts'

/** Where a conversation is to come: a block, or out of one of its ports that leads nowhere. */
export interface ConversationGoal {
  readonly block: string
  /** The port's pointer inside the block; null: the block itself. */
  readonly port: string | null
  /** How a buyer begins whom the shop lets write first. */
  readonly hello: string
}

/** A search that has tried so many conversations gives up: a flow whose conditions no sample answer meets. */
const MOST_TRIED = 2_000

/**
 * The fewest acts that bring a buyer from opening the chat to a goal, so that a problem can be shown as the conversation that meets
 * it; null where no conversation comes there (nothing leads there, or only what is not the buyer's to say). Pure. Throws where the flow
 * leads round in an endless circle, as `playConversation` does.
 */
export function findConversation(
  document: FlowDocument,
  setting: PlaySetting,
  goal: ConversationGoal,
): readonly BuyerAct[] | null {
  const { marked, target } = markGoal(document, goal)
  const flow = playable(marked)
  const graph = flowGraph(marked)
  const compared = comparedVariables(marked)
  const met = new Set<string>()
  const waiting: (readonly BuyerAct[])[] = [[]]
  for (let tried = 0; tried < MOST_TRIED; tried++) {
    const acts = waiting.shift()
    if (!acts) return null
    const played = playConversation(flow, setting, acts)
    if (played.unfit) continue
    if (played.steps.some(({ blocks }) => blocks.includes(target))) return acts
    const place = placeKey(played, compared)
    if (met.has(place) || isPast(played)) continue
    met.add(place)
    for (const act of nextActs(marked, played, goal.hello)) waiting.push([...acts, act])
  }
  return null

  /** No way leads from here to the goal. */
  function isPast({ asks }: PlayedConversation): boolean {
    return asks !== null && !reachableFrom(graph, asks).has(target)
  }
}

/** Where the goal is a port that leads nowhere, an end is put there, so that coming to it is seen. */
function markGoal(
  document: FlowDocument,
  { block: id, port }: ConversationGoal,
): { readonly marked: FlowDocument; readonly target: string } {
  const { blocks } = document
  const block = blocks[id]
  const way =
    block &&
    kindOf(block)
      .ports(block)
      .find(({ at }) => at === port)
  const isHeld = way?.target !== undefined && Object.hasOwn(blocks, way.target)
  if (!block || !way || isHeld) return { marked: document, target: id }
  const target = unusedId(blocks)
  const copy: Block = JSON.parse(JSON.stringify(block))
  leadTo(copy, way.at, target)
  return { marked: { ...document, blocks: { ...blocks, [id]: copy, [target]: { kind: 'end' } } }, target }
}

function unusedId(blocks: FlowDocument['blocks']): string {
  let id = 'nowhere'
  while (Object.hasOwn(blocks, id)) id += '-'
  return id
}

/** What a buyer can do now: answer, stay silent, or begin. */
function nextActs(
  document: FlowDocument,
  { asks, waiting, steps }: PlayedConversation,
  hello: string,
): readonly BuyerAct[] {
  if (steps.at(-1)?.refusals.some(({ code }) => code === 'WAITS_FOR_MESSAGE'))
    return [{ type: 'say', text: hello }]
  return [
    ...(asks === null ? [] : sampleAnswers(document, asks)),
    ...(waiting ? [{ type: 'wait' } as const] : []),
  ]
}

/** Two conversations that stand at one place go on alike. */
function placeKey(
  { asks, answers, waiting, steps, handling }: PlayedConversation,
  compared: ReadonlySet<string>,
): string {
  const known = Object.entries(answers).map(([name, value]) => (compared.has(name) ? [name, value] : [name]))
  return JSON.stringify([asks, waiting?.kind, handling, steps.at(-1)?.now, known.sort()])
}
