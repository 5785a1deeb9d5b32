import { readSetupState } from '#lib/api/accounts.ts'

export async function load() {
  const setup = await readSetupState()
  return { setupNeeded: setup.ok && setup.value.needed }
}
