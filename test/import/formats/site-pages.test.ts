import { describe, expect, test } from 'vitest'
import { createPagesReader, eventInTitles } from '../../../src/import/formats/site-pages.ts'
import { writeFolder } from '../../helpers/temporary-folder.ts'

describe('the event that most titles of pages name', () => {
  test.each([
    ['Oar Days 2024', ['Oar Days 2024 - Home', 'Oar Days 2024 - Venue']],
    ['Oar Days 2024', ['{{ page.title }} | Oar Days 2024']],
    ['OarConf', ['<%= current_page.title %> – OarConf: for all who row']],
    ['OarConf 2024', ['{% if page.title %}{{ page.title }} &bull; {% endif %}OarConf 2024']],
    ['Oars & Masts 2024', ['Oars &amp; Masts 2024 | 9 June 2024 | Harbour, Sweden']],
    [undefined, ['OarConf 2022', 'OarConf 2023']],
    [undefined, ['{{ title }}', 'Ada Example']],
    [undefined, ['OarConf 2024 – slides', 'Ada Example', 'Ada Example']],
    [undefined, []],
  ])('%s: %j', (event, titles) => {
    expect(eventInTitles(titles)).toBe(event)
  })
})

test.each([
  'Tides at OarConf 2019',
  'Best of 2024',
  'Spring 2024',
  'June 2024',
  'Speakers 2024',
  'A conference for rowers',
  'The Tech Conference',
  'Ada Example',
])('%s is no event of its own', (title) => {
  expect(eventInTitles([title])).toBe(undefined)
})

test('first pages and what all pages are made from have the titles, and no comment, picture or other page', async () => {
  const head = (title: string) => `<html><head><title>${title}</title></head><body></body></html>`
  const folder = writeFolder({
    'src/public/index.html': head('OarConf 2024'),
    '_includes/head.html':
      '<!-- <title>MastCamp 2019</title> --><title>{{ page.title }} | OarConf 2024</title>',
    '_includes/icons.html': '<svg><title>A bird</title></svg>',
    'slides/tides.html': head('Tides | KnotFest 2018'),
    'knots.html': head('Knots | KnotFest 2018'),
  })
  const eventOfPages = createPagesReader()
  expect(await eventOfPages(folder)).toBe('OarConf 2024')
  expect(await eventOfPages('/no/such/folder')).toBe(undefined)
})
