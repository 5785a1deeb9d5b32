import { validateFlow, type FlowDocument, type Problem, type Profile } from '@shopbell/engine'

/** The one kind of problem that would keep the machine from ever coming to rest: no conversation can be played. */
export function endlessCircle(document: FlowDocument, profile: Profile): Problem | null {
  return validateFlow(document, profile).find(({ code }) => code === 'CYCLE_ENDLESS') ?? null
}
