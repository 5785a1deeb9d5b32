import type { Phrase } from './phrase.ts'

/** The words of passkeys in English. Written as a pair with chinese-passkeys.ts. */
export const ENGLISH_PASSKEYS = {
  'passkey.title': 'Passkeys',
  'passkey.hint':
    'Sign in with your fingerprint, your face or the PIN of this device instead of your password. The password goes on working.',
  'passkey.yours': 'Your passkeys',
  'passkey.none': 'No passkeys yet.',
  'passkey.name': 'Name of the passkey',
  'passkey.nameHint': 'The device it is on, such as “Work laptop”.',
  'passkey.passwordHint': 'Shows that it is you who adds a way in.',
  'passkey.wrongPassword': 'This is not your password; write it again.',
  'passkey.add': 'Add a passkey',
  'passkey.rename': 'Rename “{name}”',
  'passkey.save': 'Save',
  'passkey.remove': 'Remove “{name}”',
  'passkey.removeSure': 'Remove for good',
  'passkey.notHere':
    'Passkeys need an address with a name, such as https://chat.shop.com. Open the console there.',
  'passkey.signIn': 'Sign in with a passkey',
  'passkey.fault.cancelled': 'The device was not unlocked. Try again.',
  'passkey.fault.known': 'This device holds a passkey of yours already.',
  'passkey.fault.failed': 'The device could not do it. Try again, or use another one.',
} as const satisfies Readonly<Record<string, Phrase>>
