import { chooseLocale, LOCALE_NAMES, LOCALES, t, tIn } from '#lib/i18n/locale.svelte.ts'
import { languageName } from '#lib/i18n/when.ts'
import { chooseTheme, THEMES } from '#lib/ui/theme.svelte.ts'
import { publishRefusal } from '../shell/publish-refusal.ts'
import { VIEWS } from '../shell/view-choice.svelte.ts'
import { inBothLanguages } from './in-both-languages.ts'
import type { PaletteDesk } from './palette-desk.ts'
import type { PaletteEntry } from './palette-entry.ts'

const THEME_KEYS = {
  auto: 'account.themeAuto',
  light: 'account.themeLight',
  dark: 'account.themeDark',
} as const

/** Commands of the desk: history, publishing, the preview, views and languages. */
export function deskEntries(desk: PaletteDesk): readonly PaletteEntry[] {
  return [...workEntries(desk), ...previewEntries(desk), ...viewEntries(desk), ...deviceEntries(desk)]
}

function workEntries({ editor, publish }: PaletteDesk): readonly PaletteEntry[] {
  const error = editor.problems.find(({ severity }) => severity === 'error')
  return [
    {
      key: 'undo',
      ...inBothLanguages((locale) => tIn(locale, 'act.undo')),
      keys: 'Ctrl Z',
      refusal: editor.canUndo ? undefined : t('undo.nothing'),
      run: () => editor.undo(),
    },
    {
      key: 'redo',
      ...inBothLanguages((locale) => tIn(locale, 'act.redo')),
      keys: 'Ctrl Shift Z',
      refusal: editor.canRedo ? undefined : t('undo.nothingRedo'),
      run: () => editor.redo(),
    },
    {
      key: 'publish',
      ...inBothLanguages((locale) => tIn(locale, 'act.publish')),
      keys: 'Ctrl Shift P',
      refusal: publishRefusal(editor),
      run: publish,
    },
    {
      key: 'error',
      ...inBothLanguages((locale) => tIn(locale, 'palette.firstError')),
      refusal: error ? undefined : t('palette.noError'),
      run: () => error && editor.goTo(error.at),
    },
  ]
}

function previewEntries({ room, preview }: PaletteDesk): readonly PaletteEntry[] {
  const unseen = room.shown ? undefined : t('palette.showFirst')
  return [
    {
      key: 'preview',
      ...inBothLanguages((locale) => tIn(locale, room.shown ? 'preview.close' : 'palette.showPreview')),
      run: () => (room.shown ? room.hide() : room.show()),
    },
    {
      key: 'restart',
      ...inBothLanguages((locale) => tIn(locale, 'palette.restart')),
      refusal: unseen,
      run: () => preview.restart(),
    },
    {
      key: 'back',
      ...inBothLanguages((locale) => tIn(locale, 'palette.back')),
      keys: 'Alt ←',
      refusal: unseen ?? (preview.step > 1 ? undefined : t('preview.first')),
      run: () => preview.back(),
    },
    {
      key: 'forward',
      ...inBothLanguages((locale) => tIn(locale, 'palette.forward')),
      keys: 'Alt →',
      refusal: unseen ?? (preview.step < preview.steps ? undefined : t('preview.last')),
      run: () => preview.forward(),
    },
  ]
}

function viewEntries({ editor, views }: PaletteDesk): readonly PaletteEntry[] {
  const refusal = views.formOnly ? t('palette.formOnly') : undefined
  return [
    ...VIEWS.map((view) => ({
      key: `view ${view}`,
      ...inBothLanguages((locale) => tIn(locale, `view.${view}`)),
      place: t('view.label'),
      refusal,
      run: () => views.choose(view),
    })),
    ...Object.keys(editor.document.texts).map((tag) => ({
      key: `write ${tag}`,
      ...inBothLanguages((locale) => tIn(locale, 'palette.writeIn', { language: languageName(locale, tag) })),
      run: () => editor.setLocale(tag),
    })),
  ]
}

function deviceEntries({ showShortcuts }: PaletteDesk): readonly PaletteEntry[] {
  return [
    {
      key: 'shortcuts',
      ...inBothLanguages((locale) => tIn(locale, 'keys.title')),
      keys: 'Ctrl /',
      run: showShortcuts,
    },
    ...LOCALES.map((language) => ({
      key: `console ${language}`,
      ...inBothLanguages((locale) => tIn(locale, 'palette.consoleIn', { language: LOCALE_NAMES[language] })),
      run: () => chooseLocale(language),
    })),
    ...THEMES.map((theme) => ({
      key: `theme ${theme}`,
      ...inBothLanguages((locale) => tIn(locale, 'palette.theme', { theme: tIn(locale, THEME_KEYS[theme]) })),
      run: () => chooseTheme(theme),
    })),
  ]
}
