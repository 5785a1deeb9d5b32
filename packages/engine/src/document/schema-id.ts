/** Names the published JSON Schema of format 1; every exported file carries it as `$schema`. An identifier, kept in the repository. */
export const FLOW_SCHEMA_ID = 'https://shopbell.dev/schema/flow-1.schema.json'
