import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'
import type { FlowDocument } from './flow-document.ts'
import { FLOW_SCHEMA_ID } from './schema-id.ts'

/** Hex SHA-256 of a value's canonical JSON (RFC 8785): the same for every order of keys. */
export function hashOf(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalize(value) ?? '')))
}

/** What a flow does, as a hash: without its layout, which changes nothing a buyer meets (flow-format rule 3). */
export function behaviourHash(document: FlowDocument): string {
  const { layout: _layout, $schema: _schema, ...behaviour } = document
  return hashOf(behaviour)
}

/** The bytes of an export: readable JSON that names its schema, the same for every key order that went in. */
export function canonicalFlow(document: FlowDocument): string {
  const canonical: unknown = JSON.parse(canonicalize({ ...document, $schema: FLOW_SCHEMA_ID }) ?? '{}')
  return `${JSON.stringify(canonical, null, 2)}\n`
}
