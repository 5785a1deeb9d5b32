import { FlowDocument } from './flow-document.ts'
import { FLOW_SCHEMA_ID } from './schema-id.ts'

/**
 * The JSON Schema of format 1 (draft 2020-12), for editors and for other programs; `schema/flow-1.schema.json` is its copy, written
 * by `npm run schema`. A block is any of the kinds, told apart by `kind`. It is the shape only; limits and links are `validateFlow`'s.
 */
export const FLOW_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: FLOW_SCHEMA_ID,
  title: 'Shopbell flow, format 1',
  ...FlowDocument,
}
