import { redirect } from '@sveltejs/kit'
import { resolve } from '$app/paths'

/** The group has no page of its own. */
export function load(): never {
  redirect(307, resolve('rules/robot'))
}
