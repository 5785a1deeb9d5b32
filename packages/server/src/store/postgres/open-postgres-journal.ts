import { setTimeout as pause } from 'node:timers/promises'
import { COMMIT_STEPS, COMMIT_STEPS_WITH_NEWS } from '../commit-steps-sql.ts'
import { encodeSteps, haveNews } from '../encode-steps.ts'
import type { JournalConnection } from '../journal-connection.ts'
import type { StepRecord } from '../step-record.ts'
import type { StoreLog } from '../store-log.ts'
import { commitSurely } from './commit-surely.ts'
import { connectionSettings, SERVER_LIMITS } from './connection-settings.ts'
import { ParameterWriter } from '../parameter-writer.ts'
import { CommittedBatch, keptStatement, PARAMETERS_AT } from './committed-batch.ts'
import { createLastingClient } from './lasting-client.ts'

/** Past this a batch gains nothing, and its first step waits longer (docs/performance.md). */
const MAX_BATCH = 128

/** Of a batch's parameters: some tens of steps; it grows with what comes, and what one huge batch needed is not kept. */
const FIRST_BYTES = 65_536
const MOST_KEPT_BYTES = 1_048_576

/** The server ends a statement after five seconds; a server that does not even do that is not there any more. */
const ANSWER_WITHIN_MS = 7_000

const PLAIN = keptStatement('commit-steps', COMMIT_STEPS)
const WITH_NEWS = keptStatement('tell-commits', COMMIT_STEPS_WITH_NEWS)

/** Those of the steps (stores $2, conversations $3, revisions after them $4) that are in the journal by the hand of node $1. */
const FIND_COMMITTED = `
select journal.conversation_id as id
from unnest($2::bigint[], $3::bigint[], $4::bigint[]) as step (store_id, conversation_id, revision)
join journal using (store_id, conversation_id, revision)
where journal.node = $1`

interface Row {
  readonly id: number
}

/**
 * A connection that has taken the journal's role for good, so that a batch is one statement and one round trip; a new
 * connection that cannot take it is not used. With PgBouncer it needs a session pool, or a way around it.
 */
export function openPostgresJournal(
  url: string,
  node: string,
  log: StoreLog,
): { readonly journal: JournalConnection; readonly close: () => Promise<void> } {
  const connection = createLastingClient({
    settings: {
      ...connectionSettings(url),
      ...SERVER_LIMITS,
      application_name: 'shopbell journal',
      query_timeout: ANSWER_WITHIN_MS,
    },
    prepare: (client) => client.query('set role shopbell_journal'),
    onLost: (error) => {
      log.warn({ error: error.message }, 'The journal lost its connection; the next batch opens another.')
    },
  })
  // Only memory that the database has answered to is used again: a broken connection may still hold what it was to send.
  let answered: ParameterWriter | null = null
  const writer = () => {
    const parameters = answered ?? new ParameterWriter(Buffer.allocUnsafe(FIRST_BYTES), PARAMETERS_AT)
    answered = null
    parameters.clear()
    return parameters
  }

  const ways = {
    pause,
    commit: async (steps: readonly StepRecord[]) => {
      const parameters = encodeSteps(steps, node, writer())
      const ids = await connection.use(
        (client) =>
          client.query(new CommittedBatch(haveNews(steps) ? WITH_NEWS : PLAIN, parameters)).committed,
      )
      if (parameters.bytes.length <= MOST_KEPT_BYTES) answered = parameters
      return ids
    },
    findCommitted: (steps: readonly StepRecord[]) => {
      const values = [
        node,
        steps.map(({ storeId }) => storeId),
        steps.map(({ conversationId }) => conversationId),
        steps.map(({ expectedRevision }) => expectedRevision + 1),
      ]
      return connection.use(async (client) => {
        const { rows } = await client.query<Row>({ text: FIND_COMMITTED, values })
        return new Set(rows.map(({ id }) => id))
      })
    },
  }
  return {
    journal: {
      maxBatch: MAX_BATCH,
      commit: async (steps) => (steps.length === 0 ? new Set() : commitSurely(ways, steps)),
    },
    close: connection.close,
  }
}
