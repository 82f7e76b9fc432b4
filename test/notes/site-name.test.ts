import { expect, test } from 'vitest'
import { siteNameIn } from '../../src/notes/site-name.ts'

test.each([
  ['title: Oar Users\n', 'Oar Users'],
  ['baseURL = "/"\ntitle = "Oar Users" # ours\n', 'Oar Users'],
  ["site_name: 'Oar: Users'\nnav: []\n", 'Oar: Users'],
  ['project:\n  type: website\nwebsite:\n  favicon: x.png\n  title: Oar Users\n', 'Oar Users'],
  ['nav:\n  title: Oar Users\n', undefined],
  ['title: Your awesome title\n', undefined],
  ['title: My Blog\n', undefined],
  ['title: >\n  Oar Users\n', undefined],
  ['', undefined],
])('%j', (text, name) => {
  expect(siteNameIn(text)).toBe(name)
})
