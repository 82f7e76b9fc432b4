import { expect, test } from 'vitest'
import { siteNameIn, withoutTagline } from '../../../../src/notes/foreign/sites/site-name.ts'

test.each([
  ['title: Oar Users\n', 'Oar Users'],
  ['title: Oar Meetup\n', 'Oar Meetup'],
  ["site_name: 'Oar: Users'\nnav: []\n", 'Oar: Users'],
  ["title: 'Ada''s Harbour'\n", "Ada's Harbour"],
  ['title: "Say \\"hi\\" now"\n', 'Say "hi" now'],
  ['title: Oar Users # ours\n', 'Oar Users'],
  ['title: >\n  Oar Users\n', 'Oar Users'],
  ['project:\n  type: website\nwebsite:\n  favicon: x.png\n  title: Oar Users\n', 'Oar Users'],
  ['book:\n  title: Oar Users\n', 'Oar Users'],
  ['site_name: Oar Users\nmarkdown_extensions:\n  - slug: !!python/name:slugs.uslugify\n', 'Oar Users'],
  ['nav:\n  title: Oar Users\n', undefined],
  ['site_name: !ENV X\n', undefined],
  ['site_name: !ENV [SITE_NAME, Oar Users]\n', undefined],
  ['a: &a Oar Users\ntitle: *a\n', undefined],
  ['title: [Oar, Users]\n', undefined],
  ['title: {{ name }}\n', undefined],
  ['title: "Oar Users\n', undefined],
  ['- title: Oar Users\n', undefined],
  ['', undefined],
])('%j is YAML', (text, name) => {
  expect(siteNameIn(text, 'notes/_config.yml')).toBe(name)
})

test.each([
  ['baseURL = "/"\ntitle = "Oar Users" # ours\n', 'Oar Users'],
  ['title = \'Oar "Users"\'\n', 'Oar "Users"'],
  ['[params]\ntitle = "Nested"\n', undefined],
  ['title = 3\n', undefined],
  ['title = Oar\n', undefined],
  ['base_url = "https://oars.example"\n[extra]\ntitle = "Oar Days"\n', 'Oar Days'],
])('%j is TOML', (text, name) => {
  expect(siteNameIn(text, 'hugo.toml')).toBe(name)
})

test.each([
  ['title: Oar Users\nabout: "We row.\n\nAnd rest."\n', 'Oar Users'],
  ['title: "Oar: Users"\nabout: "We row.\n\nAnd rest."\n', 'Oar: Users'],
  ['title: {{ name }}\nabout: "We row.\n\nAnd rest."\n', undefined],
  ['nav:\n  title: Oar Users\nabout: "We row.\n\nAnd rest."\n', undefined],
])('%j is YAML to those who let texts go on without being indented', (text, name) => {
  expect(siteNameIn(text, '_config.yml')).toBe(name)
})

test.each([
  [
    "module.exports = {\n  siteMetadata: {\n    title: 'Oar Days',\n    author: 'Ada',\n  },\n}\n",
    'Oar Days',
  ],
  ['export default {\n  head: {\n    title: `Oar Days 2024`,\n  },\n}\n', 'Oar Days 2024'],
  ['const config = {\n  title: "Ada\'s Oar Days",\n}\n', "Ada's Oar Days"],
  ['module.exports = {\n  title: process.env.TITLE,\n}\n', undefined],
  [`module.exports = {\n  title: \`Oars of \${year}\`,\n}\n`, undefined],
  ["module.exports = {\n  title: 'Gatsby Default Starter',\n}\n", undefined],
])('%j is a program', (text, name) => {
  expect(siteNameIn(text, 'gatsby-config.js')).toBe(name)
})

test.each([
  ['OarConf 2024: rowing for all', 'Oarconf', 'OarConf 2024'],
  ['OarConf - a conference on oars', 'Oarconf 2024', 'OarConf'],
  ['Oar Camp – Harbour’s unconference', 'oar-camp', 'Oar Camp'],
  ['OarConf ⬣ by the Oar Club', 'oarconf', 'OarConf'],
  ['OarConf 24 - Ely', 'conference', 'OarConf 24 - Ely'],
  ['Oars & Docks', 'oars', 'Oars & Docks'],
  ['OarConf', 'oarconf', 'OarConf'],
])('a site titled %s, of a folder %s, is called %s', (title, folder, name) => {
  expect(withoutTagline(title, folder)).toBe(name)
})

test.each([
  'Your awesome title',
  'My Blog',
  'My New Hugo Site',
  'Home',
  'Notes',
  'My Notes',
  'Site Title',
  'Minimal Mistakes',
  'Just the Docs',
  'MkDocs',
  'Material for MkDocs',
  'Project name',
  'Conference notes',
  'Tech Talks',
])('%s names no event', (title) => {
  expect(siteNameIn(`title: ${title}\n`, '_config.yml')).toBeUndefined()
})

test.each([
  `website:\n${`${' '.repeat(10)}a: b\n`.repeat(9)}`,
  `website:\n${`${' '.repeat(10)}a: b\n`.repeat(3_000)}`,
  `title: ${'['.repeat(90_000)}`,
  `${'a: &a [*a, *a]\n'.repeat(2_000)}title: x\n`,
  'x'.repeat(1_000_000),
])('long and deep files are soon done with', (text) => {
  const start = process.threadCpuUsage()
  expect(siteNameIn(text, '_quarto.yml')).toBeUndefined()
  const { user, system } = process.threadCpuUsage(start)
  expect((user + system) / 1000).toBeLessThan(2_000)
})
