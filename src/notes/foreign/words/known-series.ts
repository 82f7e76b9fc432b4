import { withCapital } from '../../../text/with-capital.ts'

/** How well-known conferences, and what stands in the names of many, write themselves: collected by hand for this project. */
const spellings =
  `AAAI ACL AI API APIDays AppSec ASE AU AWS BSides BSidesLV CCC CloudNativeCon ConFoo CppCon CppNow CSS CSSConf CVPR DataEngConf
  DefCon DevConf DevCon DevNexus DevOps DevOpsDays DjangoCon DockerCon DotNet EmberConf EMEA EMNLP EU EuroPython EuroRust EuroSciPy FOSDEM FOSSASIA
  FOSS4G GDC GDG GitHub GOTO GopherCon GraphQL GraphQLConf GUADEC GUI ICML ICLR ICSE IEEE IETF IO iOS JavaOne JavaZone JCon JFokus JSConf
  JSDay JSNation JuliaCon KDD KotlinConf KubeCon LinuxCon LLVM LLM LUG ML MLConf MLOps MongoDB NA NDC NeurIPS NIPS NixCon NLP NodeConf NYC
  NZ OpenAI OSCON OSMC OSS OWASP PDX PGConf PGCon PGDay PHP PHPCon PHPUK PLDI POPL PostgreSQL PromCon PyCascades PyCon PyConf PyConDE PyData PyGotham
  PyOhio PyTexas QCon RailsConf ReactConf RSA RubyConf RubyKaigi RustConf RustFest RustLab RustNation SaaStr SciPy SIGCHI SIGGRAPH SIGMOD SF SQL
  SRE SRECon SxSW TypeScript UAE UI UIKonf UK US USA USENIX UX UXDay VLDB VueConf VMworld WordCamp WWDC ZendCon`.split(
    /\s+/,
  )

const bySmallLetters = new Map(spellings.map((name) => [name.toLowerCase(), name]))

/** @example asInNamesOfEvents('kubecon') // => 'KubeCon' */
export const asInNamesOfEvents = (word: string): string => bySmallLetters.get(word) ?? withCapital(word)
