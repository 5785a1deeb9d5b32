import { type FlowDocument, parseFlow, type Problem, type Profile, validateFlow } from '@shopbell/engine'
import type { Publishing } from './publishing.ts'

/** A stored flow by today's rule book and reader: `document` is null where it cannot be read any more; `problems` say all that is wrong. */
export function checkStored(
  text: string,
  profile: Profile,
  extensions: Publishing['extensions'],
): { readonly document: FlowDocument | null; readonly problems: readonly Problem[] } {
  const flow = parseFlow(text)
  return flow.ok
    ? { document: flow.document, problems: validateFlow(flow.document, profile, extensions) }
    : { document: null, problems: flow.problems }
}
