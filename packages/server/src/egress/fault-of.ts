import type { DeliveryFault } from '@shopbell/protocol'
import { AddressRefused } from './address-refused.ts'

/** Codes of OpenSSL and Node (https://nodejs.org/api/tls.html#x509-certificate-error-codes), by what somebody does about them. */
const CERTIFICATE: Readonly<Record<string, DeliveryFault>> = {
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate_name',
  HOSTNAME_MISMATCH: 'certificate_name',
  CERT_HAS_EXPIRED: 'certificate_dates',
  CERT_NOT_YET_VALID: 'certificate_dates',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate_authority',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificate_authority',
  UNABLE_TO_GET_ISSUER_CERT: 'certificate_authority',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificate_authority',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate_authority',
  CERT_UNTRUSTED: 'certificate_authority',
}

/** All others where the two ends cannot agree, or the certificate is not what it should be. */
const TLS = /^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|EPROTO|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED)/

/** Why no answer came, for the people of the store. */
export function faultOf(error: unknown): DeliveryFault {
  if (error instanceof AddressRefused) return 'refused_address'
  const { name, code } = namesOf(error)
  if (name === 'AbortError' || name === 'TimeoutError' || code === 'ABORT_ERR' || code === 'ETIMEDOUT')
    return 'too_slow'
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'unknown_host'
  return CERTIFICATE[code] ?? (TLS.test(code) ? 'tls_failed' : 'no_connection')
}

function namesOf(error: unknown): { readonly name: string; readonly code: string } {
  if (!(error instanceof Error)) return { name: '', code: '' }
  return { name: error.name, code: 'code' in error ? String(error.code) : '' }
}
