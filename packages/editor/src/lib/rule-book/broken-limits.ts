import { type FlowDocument, type Profile, validateFlow } from '@shopbell/engine'

/** How many errors a flow has under a rule book that it has not under the present one (PRF-02). */
export function brokenLimits(flow: FlowDocument, present: Profile, chosen: Profile): number {
  const known = new Set(errorsOf(flow, present))
  return errorsOf(flow, chosen).filter((error) => !known.has(error)).length
}

function errorsOf(flow: FlowDocument, profile: Profile): readonly string[] {
  return validateFlow(flow, profile).flatMap(({ severity, code, at }) =>
    severity === 'error' ? [`${code} ${at}`] : [],
  )
}
