import type { Problem } from '../flow/problem.ts'
import type { FlowDocument } from './flow-document.ts'
import { flowOrder } from './flow-order.ts'

/** Errors before warnings, and both as buyers meet their blocks: the first is the one to begin with. What is the flow's own comes first. */
export function sortProblems(document: FlowDocument, problems: readonly Problem[]): readonly Problem[] {
  const places = new Map(flowOrder(document).map((id, index) => [id, index]))
  const rank = ({ severity }: Problem): number => (severity === 'error' ? 0 : 1)
  const place = ({ at }: Problem): number => places.get(blockOf(at)) ?? -1
  return problems.toSorted((one, other) => rank(one) - rank(other) || place(one) - place(other))
}

/** The block of a pointer: `/blocks/<id>/…`, or a text of it, `/texts/<locale>/<id>.…`. No id has a sign that a pointer escapes. */
function blockOf(at: string): string {
  const [, section, second = '', third = ''] = at.split('/')
  return section === 'texts' ? (third.split('.')[0] ?? '') : second
}
