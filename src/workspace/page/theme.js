/** Light or dark: as the system has it, until one chooses. */

const key = 'hallway-theme'

export function restoreTheme() {
  const chosen = stored()
  if (chosen) document.documentElement.dataset.theme = chosen
}

export function toggleTheme() {
  const dark = isDark()
  document.documentElement.dataset.theme = dark ? 'light' : 'dark'
  try {
    localStorage.setItem(key, dark ? 'light' : 'dark')
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

function isDark() {
  const { theme } = document.documentElement.dataset
  return theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
}

function stored() {
  try {
    const theme = localStorage.getItem(key)
    return theme === 'light' || theme === 'dark' ? theme : undefined
  } catch {
    return undefined
  }
}
