import { readFlow } from '@shopbell/engine'
import { readLiveFlow } from '#lib/api/flow.ts'
import type { LiveVersion } from './editor.ts'

/** What buyers get now; null before the first publish, and where the server does not answer. */
export async function readLiveVersion(): Promise<LiveVersion | null> {
  const answer = await readLiveFlow()
  if (!answer.ok) return null
  const { summary, document } = answer.value
  const flow = readFlow(document)
  return {
    version: summary.version,
    publishedAt: summary.publishedAt,
    document: flow.ok ? flow.document : null,
  }
}
