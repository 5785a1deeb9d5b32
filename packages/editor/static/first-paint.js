// Runs before anything is painted, so that neither a white nor a wrongly worded page flashes up.
// Keys and values are those of lib/ui/theme.svelte.ts and lib/i18n/locale.svelte.ts.
;(() => {
  const read = (key) => {
    try {
      return localStorage.getItem(key)
    } catch {
      return null // storage is switched off: the system's theme and language it is
    }
  }
  const root = document.documentElement
  const chosen = read('shopbell.theme')
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  root.dataset.theme = dark ? 'dark' : 'light'
  root.style.colorScheme = dark ? 'dark' : 'light'
  root.lang = read('shopbell.locale') ?? (/^zh\b/i.test(navigator.language) ? 'zh-CN' : 'en')
})()
