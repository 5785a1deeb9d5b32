import { error, redirect } from '@sveltejs/kit'
import { resolve } from '$app/paths'
import { readSession } from '#lib/api/accounts.ts'
import { session } from '#lib/api/session.svelte.ts'
import { errorSentence } from '#lib/i18n/error-sentence.ts'

/** Every page below needs somebody signed in; who is not goes to the sign-in page and comes back afterwards. */
export async function load({ url }) {
  const known = session()
  if (known) return { signedIn: known }
  const answer = await readSession()
  if (answer.ok) return { signedIn: answer.value }
  if (answer.error.code !== 'NOT_SIGNED_IN') error(503, errorSentence(answer.error))
  redirect(307, resolve(`sign-in?next=${encodeURIComponent(url.pathname + url.search)}`))
}
