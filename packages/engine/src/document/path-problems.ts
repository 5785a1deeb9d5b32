import { isEnabled, kindOf, type Block } from '../blocks/registry.ts'
import { pointer, problem, type Problem } from '../flow/problem.ts'
import type { Profile } from '../flow/profile.ts'
import type { FlowDocument } from './flow-document.ts'
import {
  answeredGraph,
  eventlessGraph,
  flowGraph,
  inFlowOrder,
  reachableFrom,
  stronglyConnected,
  type Graph,
} from './graph.ts'

/** Finds what is wrong with the ways through a flow: circles, islands, lists met twice, too many questions, odd order, ends without a person. */
export function pathProblems(document: FlowDocument, profile: Profile): readonly Problem[] {
  const graph = flowGraph(document)
  const starts = Object.values(document.entries).filter((start) => graph.has(start))
  const reached = new Set(starts.flatMap((start) => [...reachableFrom(graph, start)]))
  return [
    ...endlessCycles(document),
    ...islands(document, reached, starts),
    ...[...new Set(starts)].flatMap((start) => listsTwice(document, graph, start)),
    ...starts.flatMap((start) => tooManyQuestions(document, graph, start, profile)),
    ...unusualOrder(document, graph, reached, profile),
    ...endsWithoutPerson(document, reached),
  ]
}

function endlessCycles(document: FlowDocument): readonly Problem[] {
  const graph = eventlessGraph(document)
  return stronglyConnected(graph)
    .filter((group) => group.length > 1 || group.some((id) => graph.get(id)?.includes(id)))
    .map((group) => {
      const [first = ''] = group
      const round = [...group, first].map((id) => `“${id}”`).join(' → ')
      return problem(
        'CYCLE_ENDLESS',
        pointer('blocks', first),
        `${round} leads round for ever without waiting for the buyer; break the circle.`,
      )
    })
}

function islands(
  { blocks }: FlowDocument,
  reached: ReadonlySet<string>,
  starts: readonly string[],
): readonly Problem[] {
  if (starts.length === 0) return []
  return Object.keys(blocks)
    .filter((id) => !reached.has(id))
    .map((id) =>
      problem(
        'BLOCK_UNREACHABLE',
        pointer('blocks', id),
        `No path leads to “${id}”; connect it or delete it.`,
      ),
    )
}

/** An entry has one list, which it delivers once (flow-format rule 4, FAQ-11). */
function listsTwice({ blocks }: FlowDocument, graph: Graph, start: string): readonly Problem[] {
  const [first, ...others] = inFlowOrder(graph, start).filter((id) => stepOf(blocks[id]) === 'faq_list')
  if (first === undefined) return []
  const second = others.map((id) =>
    problem(
      'FAQ_TWICE',
      pointer('blocks', id),
      `From “${start}” a buyer can meet “${first}” and this second list; keep one list per entry.`,
    ),
  )
  const leadsBack = (graph.get(first) ?? []).some((next) => reachableFrom(graph, next).has(first))
  if (!leadsBack) return second
  const message = `A path leads from “${first}” back to it, so the list would come twice; lead it elsewhere.`
  return [problem('FAQ_TWICE', pointer('blocks', first), message), ...second]
}

/** Counts along the longest way: groups that lead in circles count whole, then the way through the groups is a tree of choices. */
function tooManyQuestions(
  { blocks }: FlowDocument,
  graph: Graph,
  start: string,
  profile: Profile,
): readonly Problem[] {
  const { max } = profile.reception.smartQuestions
  const groups = stronglyConnected(graph)
  const groupOf = new Map(groups.flatMap((group, index) => group.map((id) => [id, index] as const)))
  const most: number[] = []
  groups.forEach((group, index) => {
    const own = group.filter((id) => stepOf(blocks[id]) === 'smart_questions').length
    const followers = group.flatMap((id) => graph.get(id) ?? []).map((id) => groupOf.get(id) ?? index)
    most[index] =
      own +
      Math.max(
        0,
        ...followers.filter((follower) => follower !== index).map((follower) => most[follower] ?? 0),
      )
  })
  const count = most[groupOf.get(start) ?? -1] ?? 0
  if (count <= max) return []
  return [
    problem(
      'SMART_QUESTIONS_TOO_MANY',
      pointer('blocks', start),
      `A path from here asks ${count} smart questions; remove some until ${max} are left.`,
    ),
  ]
}

function unusualOrder(
  { blocks }: FlowDocument,
  graph: Graph,
  reached: ReadonlySet<string>,
  profile: Profile,
): readonly Problem[] {
  const rankOf = (id: string): number =>
    profile.reception.order.findIndex((step) => step === stepOf(blocks[id]))
  const late = new Set(
    [...reached]
      .filter((id) => rankOf(id) >= 0)
      .flatMap((id) => after(graph, id).filter((later) => rankOf(later) >= 0 && rankOf(later) < rankOf(id))),
  )
  return [...late].map((id) =>
    problem(
      'ORDER_UNUSUAL',
      pointer('blocks', id),
      `“${id}” comes after what usually follows it (${profile.reception.order.join(', ')}).`,
    ),
  )
}

function endsWithoutPerson(document: FlowDocument, reached: ReadonlySet<string>): readonly Problem[] {
  const { blocks } = document
  const graph = answeredGraph(document)
  const asking = [...reached].filter((id) => stepOf(blocks[id]) === 'smart_questions')
  const ends = new Set(
    asking.flatMap((id) => after(graph, id).filter((end) => endOf(blocks[end]) === 'alone')),
  )
  return [...ends].map((id) =>
    problem(
      'NO_PERSON_AT_END',
      pointer('blocks', id),
      'Buyers who answered questions can end here without a person; lead them to a handoff instead.',
    ),
  )
}

function after(graph: Graph, id: string): readonly string[] {
  const reached = new Set((graph.get(id) ?? []).flatMap((next) => [...reachableFrom(graph, next)]))
  reached.delete(id)
  return [...reached]
}

function stepOf(block: Block | undefined): string | null {
  return block && isEnabled(block) ? kindOf(block).step : null
}

function endOf(block: Block | undefined): string | undefined {
  return block && kindOf(block).ends
}
