import type { Problem } from '@shopbell/engine'
import type { Published } from '@shopbell/protocol'
import type { Actor } from '../accounts/actor.ts'
import { recordAudit } from '../accounts/record-audit.ts'
import type { Tx } from '../store/database.ts'
import type { FlowVersionRow } from '../store/flow-versions.ts'
import { putFlowNews } from '../store/webhook-news.ts'
import { shownProblems } from './flow-refused.ts'
import { versionSummary } from './version-summary.ts'

/** A version that was just inserted, the old one it repeats (null: it is the draft's), and what is wrong with it but allowed. */
interface NewVersion {
  readonly row: FlowVersionRow
  readonly restored: number | null
  readonly problems: readonly Problem[]
}

/** What belongs to a new version in its own transaction: the log's line, the news for webhooks, and the answer. */
export async function recordPublished(
  tx: Tx,
  actor: Actor,
  at: number,
  { row, restored, problems }: NewVersion,
): Promise<Published> {
  const { version, publishedAt } = row
  await recordAudit(tx, actor, {
    at,
    ...(restored === null
      ? { action: 'flow_published', details: { version } }
      : { action: 'flow_restored', details: { version, from: restored } }),
  })
  await putFlowNews(tx, actor.storeId, { version, at: publishedAt })
  return { version: versionSummary(row), problems: shownProblems(problems) }
}
