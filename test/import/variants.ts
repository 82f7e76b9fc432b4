export interface Variant {
  readonly kind: string
  readonly files: Readonly<Record<string, string>>
  /** Title, speakers, event, and when and where of each talk; `*` for the event that the folder alone names. */
  readonly talks: readonly string[]
}

/** Siblings of the samples: the same kinds of notes with other words, languages, orders and signs. */
export const variants: readonly Variant[] = [
  {
    kind: '`#Title` without a blank (a)',
    files: {
      'notes.md':
        '#RopeCamp 2014\n\n##Knots\n\n###Ada Beispiel\n\n- hold\n\n##Hitches\n\n###Ben Exemplar\n\n- slip\n',
    },
    talks: ['Hitches | Ben Exemplar | RopeCamp 2014 | –', 'Knots | Ada Beispiel | RopeCamp 2014 | –'],
  },
  {
    kind: '`#Title` without a blank (b)',
    files: {
      'oar-days-2014/knots.md': '#Knots\n*by Ada Beispiel*\n\n##Why\nthey hold\n',
      'oar-days-2014/hitches.md': '#Hitches\n@benex\n\n##Uses\nmany\n',
    },
    talks: ['Hitches | @benex | Oar Days 2014 | –', 'Knots | Ada Beispiel | Oar Days 2014 | –'],
  },
  {
    kind: '`#Title` without a blank (c)',
    files: {
      'oar-days-2014.md': '##Knots - Ada Beispiel\n- hold\n\n##Hitches - Ben Exemplar\n- slip\n',
    },
    talks: ['Hitches | Ben Exemplar | Oar days 2014 | –', 'Knots | Ada Beispiel | Oar days 2014 | –'],
  },
  {
    kind: 'speakers in the first item (a)',
    files: {
      'oar-days-2014/knots.md':
        '# Knots\n\n* Speaker: Ada Beispiel (@ada)\n* Slides: https://slides.example/k\n\nThey hold.\n',
      'oar-days-2014/h.md': '# Hitches\n\n+ Ben Exemplar, Boat Works\n\n+ slip\n',
    },
    talks: ['Hitches | Ben Exemplar | Oar Days 2014 | –', 'Knots | Ada Beispiel (@ada) | Oar Days 2014 | –'],
  },
  {
    kind: 'speakers in the first item (b)',
    files: {
      'notes.md':
        '# Rudertage 2021\n\n## Knoten\n\n- Sprecherin: Ada Beispiel\n- Folien: https://slides.example/k\n\nSie halten.\n\n## Stiche\n\n- Referent: Ben Exemplar (Bootswerke GmbH)\n\nSie rutschen.\n',
    },
    talks: ['Knoten | Ada Beispiel | Rudertage 2021 | –', 'Stiche | Ben Exemplar | Rudertage 2021 | –'],
  },
  {
    kind: 'speakers in the first item (c)',
    files: {
      'talks.txt':
        'Knots\n=====\n\n- who: Ada Beispiel\n- where: Main hall\n\nThey hold.\n\nHitches\n=======\n\n- who: Ben Exemplar & Bo Sample\n\nThey slip.\n',
    },
    talks: ['Hitches | Ben Exemplar, Bo Sample | * | –', 'Knots | Ada Beispiel | * | –'],
  },
  {
    kind: 'speakers behind a dash, bar or comma (a)',
    files: {
      'oar.md':
        '# OarConf 2017\n\n## Knots — Ada Beispiel, Boat Works\n- a\n\n## Ben Exemplar – Hitches\n- b\n\n## Sheets | Bo Sample | Rope Ltd\n- c\n',
    },
    talks: [
      'Hitches | Ben Exemplar | OarConf 2017 | –',
      'Knots | Ada Beispiel | OarConf 2017 | –',
      'Sheets | Bo Sample | OarConf 2017 | –',
    ],
  },
  {
    kind: 'speakers behind a dash, bar or comma (b)',
    files: {
      'oar.md':
        '# OarConf 2017: Day 2\n\n### 10:00 Knots, Ada Beispiel\n- a\n\n### 11:30 – 12:00 Hitches (Ben Exemplar @benex)\n- b\n',
    },
    talks: ['Hitches | Ben Exemplar | OarConf 2017 | –', 'Knots | Ada Beispiel | OarConf 2017 | –'],
  },
  {
    kind: 'days as headings (a)',
    files: {
      'notes.md': '# Tag 1\n\n## Knoten\n- a\n\n## Stiche\n- b\n\n# Tag 2\n\n## Segel\n- c\n',
    },
    talks: ['Knoten | – | * | –', 'Segel | – | * | –', 'Stiche | – | * | –'],
  },
  {
    kind: 'days as headings (b)',
    files: {
      'notes.md': '# Día 1\n\n## Nudos\n- a\n\n# Día 2\n\n## Velas\n- c\n',
    },
    talks: ['Nudos | – | * | –', 'Velas | – | * | –'],
  },
  {
    kind: 'days as headings (c)',
    files: {
      'notes.md': '# Jour 1 - 2 mai 2023\n\n## Nœuds\n- a\n\n# Jour 2 - 3 mai 2023\n\n## Voiles\n- c\n',
    },
    talks: ['Nœuds | – | * | 2023-05-02', 'Voiles | – | * | 2023-05-03'],
  },
  {
    kind: 'days as headings (d)',
    files: {
      'notes.md': '# OarConf\n\n## 2.5.2023\n\n### Knots\n- a\n\n## 3.5.2023\n\n### Sails\n- c\n',
    },
    talks: ['Knots | – | OarConf | 2023-05-02', 'Sails | – | OarConf | 2023-05-03'],
  },
  {
    kind: 'days as headings (e)',
    files: {
      'notes.md': '# Day One (May 2, 2023)\n\n## Knots\n- a\n\n# Day Two (May 3, 2023)\n\n## Sails\n- c\n',
    },
    talks: ['Knots | – | * | 2023-05-02', 'Sails | – | * | 2023-05-03'],
  },
  {
    kind: 'days as headings (f)',
    files: {
      'notes.md': '## Thursday\n\n### Knots\n- a\n\n### Hitches\n- b\n\n## Friday\n\n### Sails\n- c\n',
    },
    talks: ['Hitches | – | * | –', 'Knots | – | * | –', 'Sails | – | * | –'],
  },
  {
    kind: 'days as headings (g)',
    files: {
      'notes.md': '# 02/05/2023\n\n## Knots\n- a\n\n# 03/05/2023\n\n## Sails\n- c\n',
    },
    talks: ['Knots | – | * | –', 'Sails | – | * | –'],
  },
  {
    kind: 'days as headings (h)',
    files: {
      'notes.md':
        '# 2023-05-02\n\n## Keynote - Ada Beispiel\n- a\n\n## Lunch\n\n## Sails\n- b\n\n# 2023-05-03\n\n## Knots\n- c\n',
    },
    talks: [
      'Keynote | Ada Beispiel | * | 2023-05-02',
      'Knots | – | * | 2023-05-03',
      'Sails | – | * | 2023-05-02',
    ],
  },
  {
    kind: 'titles in bold (a)',
    files: {
      'notes.md':
        '# OarConf 2019\n\n## Day 1\n\n__Knots__ (Ada Beispiel)\n\n- a\n\n__Hitches__ (Ben Exemplar)\n\n- b\n\n## Day 2\n\n__Sails__ (Bo Sample)\n\n- c\n',
    },
    talks: [
      'Hitches | Ben Exemplar | OarConf 2019 | –',
      'Knots | Ada Beispiel | OarConf 2019 | –',
      'Sails | Bo Sample | OarConf 2019 | –',
    ],
  },
  {
    kind: 'titles in bold (b)',
    files: {
      'oarconf-2019.md': '**Knots** by Ada Beispiel\n\n- a\n\n**Hitches** by Ben Exemplar\n\n- b\n',
    },
    talks: ['Hitches | Ben Exemplar | Oarconf 2019 | –', 'Knots | Ada Beispiel | Oarconf 2019 | –'],
  },
  {
    kind: 'titles in bold (c)',
    files: {
      'notes.md':
        '# OarConf 2019\n\n## Tuesday\n\n**1. Knots** – Ada Beispiel\n- a\n\n**2. Hitches** – Ben Exemplar\n- b\n',
    },
    talks: ['Hitches | Ben Exemplar | OarConf 2019 | –', 'Knots | Ada Beispiel | OarConf 2019 | –'],
  },
  {
    kind: 'names of files with a day (a)',
    files: {
      '20240609_knots.md': '# Knots\n\n- a\n',
      '20240610_hitches.md': '- b\n- c\n',
    },
    talks: ['Hitches | – | * | 2024-06-10', 'Knots | – | * | 2024-06-09'],
  },
  {
    kind: 'names of files with a day (b)',
    files: {
      'Talks/2024-06-09 Knots - Ada Beispiel.md': '- a\n',
      'Talks/2024-06-10 Hitches - Ben Exemplar.md': '- b\n',
    },
    talks: ['Hitches | Ben Exemplar | Talks | 2024-06-10', 'Knots | Ada Beispiel | Talks | 2024-06-09'],
  },
  {
    kind: 'names of files with a day (c)',
    files: {
      'oar/09.06.2024 Knoten.md': 'Sie halten.\n',
      'oar/10.06.2024 Stiche.md': 'Sie rutschen.\n',
    },
    talks: ['Knoten | – | Oar | 2024-06-09', 'Stiche | – | Oar | 2024-06-10'],
  },
  {
    kind: 'names of files with a day (d)',
    files: {
      'Oar meetup/Knots (2024-06-09).md': 'They hold.\n',
      'Oar meetup/2024_06_10-hitches.md': 'They slip.\n',
    },
    talks: ['Hitches | – | Oar meetup | 2024-06-10', 'Knots | – | Oar meetup | 2024-06-09'],
  },
  {
    kind: 'a Hugo site (a)',
    files: {
      'content/talks/_index.md': '+++\ntitle = "Talks"\n+++\n',
      'content/talks/knots.md':
        '+++\ntitle = "Knots"\ndate = 2024-06-09T10:00:00+02:00\nauthors = ["Ada Beispiel"]\n[taxonomies]\ntags = ["rope"]\n[extra]\nevent = "Oar Days 2024"\nvideo = "https://youtu.be/abc"\n+++\nThey hold.\n',
    },
    talks: ['Knots | Ada Beispiel | Oar Days 2024 | 2024-06-09'],
  },
  {
    kind: 'a Hugo site (b)',
    files: {
      'content/talk/knots/index.md':
        '---\ntitle: Knots\nevent: Oar Days 2024\nevent_url: https://oar.example\nlocation: Hall 1\ndate: "2024-06-09T13:00:00Z"\nall_day: false\nauthors: [Ada Beispiel]\ntags: []\nslides: ""\nurl_video: https://v.example/k\n---\nThey hold.\n',
      'content/talk/hitches/index.md':
        '---\ntitle: Hitches\nevent: Rope Camp\ndate: "2023-05-01"\nauthors: [admin]\n---\nThey slip.\n',
    },
    talks: ['Knots | Ada Beispiel | Oar Days 2024 | 2024-06-09', 'Hitches | – | Rope Camp | 2023-05-01'],
  },
  {
    kind: 'a Jekyll site (a)',
    files: {
      '_talks/2024-06-09-knots.md':
        '---\nlayout: talk\ntitle: "Knots"\nconference: Oar Days\nspeaker: ada-beispiel\nyoutube: abc123def45\n---\nThey hold.\n',
      '_talks/2024-06-10-hitches.md':
        '---\nlayout: talk\ntitle: "Hitches"\nconference: Oar Days\nspeakers: [{name: Ben Exemplar, twitter: benex}]\n---\nThey slip.\n',
    },
    talks: [
      'Hitches | Ben Exemplar (@benex) | Oar Days | 2024-06-10',
      'Knots | Ada Beispiel | Oar Days | 2024-06-09',
    ],
  },
  {
    kind: 'lines or a table of keys and values (a)',
    files: {
      'oar-days-2024/k.md':
        'Title: Knots\nSpeaker: Ada Beispiel\nDate: 9 June 2024\nTags: rope, hands\n\nThey hold.\n',
      'oar-days-2024/h.md':
        '# Hitches\n\n**Speaker:** Ben Exemplar  \n**Date:** 2024-06-10  \n**Video:** https://v.example/h\n\nThey slip.\n',
    },
    talks: [
      'Hitches | Ben Exemplar | Oar Days 2024 | 2024-06-10',
      'Knots | Ada Beispiel | Oar Days 2024 | 2024-06-09',
    ],
  },
  {
    kind: 'lines or a table of keys and values (b)',
    files: {
      'oar-days-2024/k.md':
        '# Knots\n\nSpeaker(s): Ada Beispiel and Ben Exemplar\nWhen: June 9, 2024 at 10:00\nWhere: Hall 1\n\nThey hold.\n',
      'oar-days-2024/h.md':
        '# Hitches\n\n| Speaker | Ben Exemplar |\n|---|---|\n| Date | 2024-06-10 |\n| Room | Hall 2 |\n\nThey slip.\n',
    },
    talks: [
      'Hitches | Ben Exemplar | Oar Days 2024 | 2024-06-10 Hall 2',
      'Knots | Ada Beispiel, Ben Exemplar | Oar Days 2024 | 2024-06-09 10:00',
    ],
  },
  {
    kind: 'lines or a table of keys and values (c)',
    files: {
      'oar-days-2024/k.md':
        '# Knoten\n\nVortragende: Ada Beispiel\nDatum: 9.6.2024\nUhrzeit: 10:00 Uhr\nRaum: Saal 1\n\nSie halten.\n',
      'oar-days-2024/n.md': '# Nudos\n\nPonente: Ben Exemplar\nFecha: 2024-06-10\n\nAguantan.\n',
    },
    talks: [
      'Knoten | Ada Beispiel | Oar Days 2024 | 2024-06-09 10:00 Saal 1',
      'Nudos | Ben Exemplar | Oar Days 2024 | 2024-06-10',
    ],
  },
  {
    kind: 'a Notion export (a)',
    files: {
      'Conference notes 0f1e2d3c4b5a69788796a5b4c3d2e1f0/Knots 1a2b3c4d5e6f708192a3b4c5d6e7f809.md':
        '# Knots\n\nSpeakers: Ada Beispiel, Ben Exemplar\nConference: OarDays (https://www.notion.so/OarDays-1a2b3c4d5e6f708192a3b4c5d6e7f809?pvs=21)\nDate: June 9, 2024 10:00 AM (GMT+2)\nTags: rope, hands\nStatus: Watched\nURL: https://v.example/k\n\nThey hold.\n',
    },
    talks: ['Knots | Ada Beispiel, Ben Exemplar | OarDays | 2024-06-09'],
  },
  {
    kind: 'an Obsidian vault (b)',
    files: {
      'Oar Days 2024/Knots.md':
        '---\nspeaker: "[[People/Ada Beispiel|Ada]]"\nevent: "[[Oar Days 2024]]"\nstart: 2024-06-09T10:00\nup: "[[Talks MOC]]"\n---\n# Knots\n> [!info] Abstract\n> They hold.\n\n- #rope\n',
    },
    talks: ['Knots | Ada Beispiel | Oar Days 2024 | 2024-06-09 10:00'],
  },
  {
    kind: 'titles in quotation marks (a)',
    files: {
      'oar-days-2024.md':
        '# Oar Days 2024\n\n## “Knots: how they hold!” by Ada Beispiel\n- a\n\n## „Stiche“ von Ben Exemplar\n- b\n\n## « Voiles » par Bo Sample\n- c\n\n## \'Sails\' – Eva Probe\n- d\n\n## Keynote: "The next oar" by Zoë Örtl\n- e\n',
    },
    talks: [
      'Keynote: "The next oar" | Zoë Örtl | Oar Days 2024 | –',
      'Knots: how they hold! | Ada Beispiel | Oar Days 2024 | –',
      'Sails | Eva Probe | Oar Days 2024 | –',
      'Stiche | Ben Exemplar | Oar Days 2024 | –',
      'Voiles | Bo Sample | Oar Days 2024 | –',
    ],
  },
  {
    kind: 'reStructuredText (a)',
    files: {
      'oar-days-2024/k.rst':
        'Knots\n=====\n\n:Author: Ada Beispiel\n:Date: 2024-06-09\n\nThey hold.\n\nWhy\n---\n\nThey do.\n',
      'oar-days-2024/h.rst':
        '=======\nHitches\n=======\n\n**Ben Exemplar**, *Boat Works*\n\n* slip\n\n.. note:: Mind.\n',
    },
    talks: [
      'Hitches | Ben Exemplar | Oar Days 2024 | –',
      'Knots | Ada Beispiel | Oar Days 2024 | 2024-06-09',
    ],
  },
  {
    kind: 'sections of one talk (a)',
    files: {
      'oar-days-2024/k.md':
        '# Knots\n\n**Speakers**: [Ada Beispiel](https://a.example), [Ben Exemplar](https://b.example)\n\n## What are knots?\n\nRope.\n\n## Q&A\n\n- No.\n',
      'oar-days-2024/h.md': '# Hitches\n## Bo Sample\n\nThey slip.\n\n## Uses\n\nMany.\n',
    },
    talks: [
      'Hitches | Bo Sample | Oar Days 2024 | –',
      'Knots | Ada Beispiel, Ben Exemplar | Oar Days 2024 | –',
    ],
  },
  {
    kind: 'an address first (a)',
    files: {
      'oar-days-2024/k.md': '# Knots\n\n<https://v.example/k>\n\nThey hold.\n',
      'oar-days-2024/h.md':
        '# Hitches\n[video](https://v.example/h) | [slides](https://s.example/h)\n\nThey slip.\n',
    },
    talks: ['Hitches | – | Oar Days 2024 | –', 'Knots | – | Oar Days 2024 | –'],
  },
  {
    kind: 'Org (a)',
    files: {
      'oar-days-2024/k.org':
        '#+TITLE: Knots\n#+AUTHOR: Ada Beispiel\n#+DATE: <2024-06-09 Sun>\n#+FILETAGS: :rope:hands:\n\nThey hold.\n* Why\n- strong\n',
      'oar-days-2024/h.org':
        '#+title: Hitches\n\n* Notes\n:PROPERTIES:\n:SPEAKER: Ben Exemplar\n:END:\n- slip\n',
    },
    talks: [
      'Hitches | Ben Exemplar | Oar Days 2024 | –',
      'Knots | Ada Beispiel | Oar Days 2024 | 2024-06-09',
    ],
  },
  {
    kind: 'Org (b)',
    files: {
      'oar.org':
        '#+TITLE: OarConf 2024\n* Day 1\n** Knots - Ada Beispiel\n- a\n** TODO Hitches :rope:\n   by Ben Exemplar\n- b\n* Day 2\n** Sails\n- c\n',
    },
    talks: [
      'Hitches | Ben Exemplar | OarConf 2024 | –',
      'Knots | Ada Beispiel | OarConf 2024 | –',
      'Sails | – | OarConf 2024 | –',
    ],
  },
  {
    kind: 'Org (c)',
    files: {
      'x.org': '#+TITLE: OarConf 2024\n* Knots\nAda Beispiel\n- a\n* Hitches\n- b\n* Sails\n- c\n',
      'y.org': '#+TITLE: Rope Camp\n* Splices\n- b\n* Whippings\n- c\n',
    },
    talks: [
      'Hitches | – | OarConf 2024 | –',
      'Knots | Ada Beispiel | OarConf 2024 | –',
      'Sails | – | OarConf 2024 | –',
      'Splices | – | Rope Camp | –',
      'Whippings | – | Rope Camp | –',
    ],
  },
  {
    kind: 'AsciiDoc (a)',
    files: {
      'oar-days-2024/k.adoc':
        '= Knots\nAda Beispiel <ada@example.org>\n2024-06-09\n:tags: rope\n\nThey hold.\n\n== Why\n\nStrong.\n',
      'oar-days-2024/h.adoc': '= Hitches\n:speaker: Ben Exemplar\n\n* slip\n',
    },
    talks: [
      'Hitches | Ben Exemplar | Oar Days 2024 | –',
      'Knots | Ada Beispiel | Oar Days 2024 | 2024-06-09',
    ],
  },
  {
    kind: 'HTML (a)',
    files: {
      'oar.html':
        '<html><body><h1>OarConf 2024</h1><h2>Knots</h2><p>by Ada Beispiel</p><p>They hold.</p><h2>Hitches <small>Ben Exemplar</small></h2><ul><li>slip</li></ul></body></html>',
    },
    talks: ['Hitches | Ben Exemplar | OarConf 2024 | –', 'Knots | Ada Beispiel | OarConf 2024 | –'],
  },
  {
    kind: 'a table (a)',
    files: {
      'talks.csv':
        'Titel;Referent;Datum;Raum;Beschreibung\nKnoten;Ada Beispiel;9.6.2024;Saal 1;Sie halten.\nStiche;Ben Exemplar;10.6.2024;Saal 2;Sie rutschen.\n',
    },
    talks: ['Knoten | Ada Beispiel | * | 2024-06-09 Saal 1', 'Stiche | Ben Exemplar | * | 2024-06-10 Saal 2'],
  },
  {
    kind: 'a table (b)',
    files: {
      'sessions.tsv':
        'Session Title\tPresenter Name\tStart Time\tVideo\nKnots\tAda Beispiel\t2024-06-09 10:00\thttps://v.example/k\nHitches\tBen Exemplar, Bo Sample\t2024-06-09 11:00\t\n',
    },
    talks: [
      'Hitches | Ben Exemplar, Bo Sample | * | 2024-06-09 11:00',
      'Knots | Ada Beispiel | * | 2024-06-09 10:00',
    ],
  },
  {
    kind: 'a table (c)',
    files: {
      'charlas.csv':
        'Título,Ponente,Fecha,Sala\nNudos,Ada Beispiel,2024-06-09,A\nVelas,Ben Exemplar,2024-06-10,B\n',
    },
    talks: ['Nudos | Ada Beispiel | * | 2024-06-09 A', 'Velas | Ben Exemplar | * | 2024-06-10 B'],
  },
  {
    kind: 'a table (d)',
    files: {
      'talks.csv':
        'Talk,Speaker(s),Abstract,Track,Date/Time\nKnots,"Ada Beispiel; Ben Exemplar",They hold.,Ropes,June 9 2024 10:00\n',
    },
    talks: ['Knots | Ada Beispiel, Ben Exemplar | * | 2024-06-09 10:00'],
  },
  {
    kind: 'no heading at all (a)',
    files: {
      'oar-days-2024/knots-that-hold.md': 'Ada Beispiel, rigger at Boat Works\n\nThey hold.\n\n- a\n',
      'oar-days-2024/hitches.txt': 'Hitches that slip\nBen Exemplar\n\n* b\n',
    },
    talks: [
      'Hitches | Ben Exemplar | Oar Days 2024 | –',
      'Knots that hold | Ada Beispiel | Oar Days 2024 | –',
    ],
  },
  {
    kind: 'notes among programs (a)',
    files: {
      'Knots.md': '# Knots\n\nThey hold.\n',
      'package.json': '{"name":"x"}',
      'yarn.lock': 'x',
      Makefile: 'x',
      'CMakeLists.txt': 'x',
      'requirements-dev.txt': 'x',
      'feed.xml': '<rss></rss>',
      'README.md': '# Oar Days 2024\n\nNotes.\n',
    },
    talks: ['Knots | – | Oar Days 2024 | –'],
  },
  {
    kind: 'days that come again (rep)',
    files: {
      'oar-days-2024.md':
        '# Oar Days 2024\n\n## Day 1\n\n### Knots\nAda Beispiel | Boat Works\n- a\n\n## Day 2\n\n### Hitches\n- b\n\n## Day 2 (afternoon)\n\n### Sails (Bo Sample)\n- c\n\n## Day 2\n',
    },
    talks: [
      'Hitches | – | Oar Days 2024 | –',
      'Knots | Ada Beispiel | Oar Days 2024 | –',
      'Sails | Bo Sample | Oar Days 2024 | –',
    ],
  },
]
