import type { DeliveryFault } from '@shopbell/protocol'
import { AddressRefused } from './address-refused.ts'

/** Codes of OpenSSL and Node where the two ends cannot agree, or the certificate is not what it should be. */
const TLS = /^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|UNABLE_TO_|SELF_SIGNED|HOSTNAME_MISMATCH|EPROTO)/

/** Why no answer came, for the people of the store. */
export function faultOf(error: unknown): DeliveryFault {
  if (error instanceof AddressRefused) return 'refused_address'
  const { name, code } = namesOf(error)
  if (name === 'AbortError' || name === 'TimeoutError' || code === 'ABORT_ERR' || code === 'ETIMEDOUT')
    return 'too_slow'
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'unknown_host'
  return TLS.test(code) ? 'tls_failed' : 'no_connection'
}

function namesOf(error: unknown): { readonly name: string; readonly code: string } {
  if (!(error instanceof Error)) return { name: '', code: '' }
  return { name: error.name, code: 'code' in error ? String(error.code) : '' }
}
