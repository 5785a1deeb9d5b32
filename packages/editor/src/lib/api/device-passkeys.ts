import type { NewPasskeyBody, PasskeyChallenge, PasskeyProofBody, PasskeyWish } from '@shopbell/protocol'
import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser'

/** Whether this browser can use passkeys under this address: they need a name, not numbers, and a safe connection. */
export function canUsePasskeys(): boolean {
  return isSecureContext && browserSupportsWebAuthn() && !isNumbers(location.hostname)
}

/** `cancelled`: the person changed their mind, or nobody was there; `known`: this device holds one already. */
export type DeviceFault = 'cancelled' | 'known' | 'failed'
export type FromDevice<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: DeviceFault }

/** EdDSA, and what every device can: ECDSA with P-256, RSA. */
const ALGORITHMS = [-8, -7, -257]

/** Lets the device make a passkey; it asks the person to unlock it. */
export async function makePasskey(
  { challenge, rp, user, known }: PasskeyWish,
  name: string,
): Promise<FromDevice<NewPasskeyBody>> {
  try {
    const { id, response } = await startRegistration({
      optionsJSON: {
        challenge,
        rp: { ...rp },
        user: { ...user },
        pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
        excludeCredentials: known.map((one) => ({ type: 'public-key', id: one })),
        authenticatorSelection: {
          residentKey: 'required',
          requireResidentKey: true,
          userVerification: 'required',
        },
        attestation: 'none',
      },
    })
    const { clientDataJSON, attestationObject } = response
    return { ok: true, value: { name, id, clientDataJSON, attestationObject } }
  } catch (error) {
    return { ok: false, fault: faultOf(error) }
  }
}

/** Lets the person choose one of the passkeys that their devices hold for this console. */
export async function showPasskey({
  challenge,
  rpId,
}: PasskeyChallenge): Promise<FromDevice<PasskeyProofBody>> {
  try {
    const { id, response } = await startAuthentication({
      optionsJSON: { challenge, rpId, userVerification: 'required' },
    })
    const { clientDataJSON, authenticatorData, signature } = response
    return { ok: true, value: { id, clientDataJSON, authenticatorData, signature } }
  } catch (error) {
    return { ok: false, fault: faultOf(error) }
  }
}

function faultOf(error: unknown): DeviceFault {
  const name = error instanceof Error ? error.name : ''
  if (name === 'NotAllowedError' || name === 'AbortError') return 'cancelled'
  return name === 'InvalidStateError' ? 'known' : 'failed'
}

function isNumbers(hostname: string): boolean {
  return /^[\d.]+$|:/.test(hostname)
}
