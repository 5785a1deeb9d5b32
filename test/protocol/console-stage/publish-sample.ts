import { importFlow } from '../../../packages/server/src/publishing/import-flow.ts'
import { publishFlow } from '../../../packages/server/src/publishing/publish-flow.ts'
import type { ConsoleStage } from './open-console-stage.ts'
import { SAMPLE_FLOW } from './sample-flow.ts'

/** Publishes the sample flow as the store's next version, through the use cases that the console's API calls. */
export async function publishSample(stage: ConsoleStage, storeId: number): Promise<void> {
  const by = { kind: 'api_token', tokenId: 0, scopes: [] } as const
  const actor = {
    storeId,
    accountId: 0,
    personId: 0,
    publicId: 'tests',
    name: 'Tests',
    email: '',
    role: 'owner',
    by,
  } as const
  const imported = await importFlow(stage, actor, { source: SAMPLE_FLOW, save: true })
  if (!('revision' in imported) || imported.revision === undefined) throw new Error(JSON.stringify(imported))
  const published = await publishFlow(stage, actor, { revision: imported.revision })
  if (!('version' in published)) throw new Error(JSON.stringify(published))
}
