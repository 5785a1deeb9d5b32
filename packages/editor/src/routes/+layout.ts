/** The console is an application in the browser: it has nothing to show before it knows who is asking. */
export const ssr = false
