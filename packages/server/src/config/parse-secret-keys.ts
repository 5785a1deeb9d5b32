import { type Parsed, parsed, unfit } from './parsed.ts'

const KEY_BYTES = 32
/** 32 bytes in base64, as `openssl rand -base64 32` prints them. */
const KEY = /^[A-Za-z0-9+/]{43}=$/

/** Keys in base64, separated by commas. */
export function parseSecretKeys(text: string): Parsed<readonly Uint8Array[]> {
  const keys = text.split(',').map((key) => key.trim())
  return keys.every((key) => KEY.test(key))
    ? parsed(keys.map((key) => Buffer.from(key, 'base64').subarray(0, KEY_BYTES)))
    : unfit('must be keys of 32 bytes in base64, separated by commas; openssl rand -base64 32 makes one')
}
