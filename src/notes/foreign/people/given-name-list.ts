/**
 * Common first names of many languages, in lower case and without accents: collected by hand for this project, with those of speakers in notes whose
 * names were missed. A name belongs here if people are called so, titles of talks hardly ever begin with it, and notes of talks
 * hardly ever have it as a word. No published list has been compared with it.
 */
export const givenNameList = `aarav aarne aarni aaron aarti abbas abby abdallah abdelkader abdelrahman abdirahman abdul abdulaziz abdulla abdullah
  abdulrahman abdulwahab abe abeba abebe abeer abel abelardo abena abhay abhi abhijit abhilash abhinav abhishek abiba abid
  abigail abir abizer abraham achieng ada adaeze adalbert adam adamos adarsh adebayo adebola adedayo adeel adekunle adel adela
  adele adem adeola adesola adewale adeyemi adham adhiambo adi adil adina adir aditi aditya adjoa adnan adolfo adrian adriana
  adrianna adriano adwoa afaf afia afnan afonso afshan afua agamemnon agata agca age aggelos agnes agneta agnieszka agus
  agustin agustina ahad ahlam ahmad ahmed ahmet aicha aida aidan aigerim aiman aimee ainhoa aino aisha aishwarya aisyah aitor
  aja ajay aji ajla akanksha akash ake akhil aki akiko akinola akinwale akinyi akira akos akosua akshat akshay akua akwasi
  alaa alain alan alannah alastair alayna alba albert alberto aldo aleah alec aleen alejandra alejandro alejo aleksa
  aleksandar aleksander aleksandr aleksandra aleksey aleksi aleksy alena ales alessandra alessandro alessia alessio alev alex
  alexa alexander alexandr alexandra alexandre alexandrea alexandros alexandru alexei alexey alexia alexis alfio alfonso
  alfred ali alice alicia alin alina aline alisa alisher alison alistair aliyah aliyu allan allen allison allyson alma almaz
  alois alojzy alok alon alona alondra alonso alper alperen altan alvaro alyona alyssa amadeu amadeusz amadi amaka amal amalia
  aman amanda amandeep amani amar amari amarnath amaya amber amberly ambika amedeo amela amelia amelie amey amichai amina
  aminata amine aminu amir amira amirul amit amita amma ammar amna amnon amol amos amparo amr amra amrit amrita amy ana anais
  anamarija anand anant ananth ananya anas anastasia anastasiia anastasios anastasiya anat anatol anatoli anatoliy anatoly
  anca andela ander anders andi andika andrada andras andre andrea andreas andreea andrei andreia andrej andres andrew andrey
  andrii andrija andriy andrzej andy andzelika aneta anett anezka anfisa angel angela angelica angelina angeline angelique
  angelo angelos angie angus anh anika aniko anil anis anita anja anjali anjana anjelica ankit ankur ann anna annabel
  annabelle annalie annaliese annalisa annamaria anne annegret annelie anneliese annemarie annette annie anniina annika anoop
  ansel anselmo ansgar anshul anshuman antal ante antero anthony antia antje antoine antoinette anton antonella antoni antonia
  antonin antonina antonino antonio antonis antony antti anu anubhav anuj anuja anuoluwapo anupam anurag anusha anwar anya
  anyango aparna apichai apinya apoorva apostolos apurva aqib aqsa araba arash archana arda areej aren ari ariadna ariana
  arianna arief ariel arielle arif arik aris aristos arjun arkadiusz arkadiy arkady arleen arlene arlo armand armando armin
  arnab arnaldo arnaud arne arno arnold arnon aron arpad arpan arpit arpita arsen arseniy arslan artem artemiy arthit arthur
  artiom arto artur arturo artyom arun aruna arvid arvind arwa aryan arzu asa asad asaf ase asel aset asger asha ashe asher
  ashira ashish ashlee ashleigh ashley ashlyn ashok ashton ashutosh ashwin asif asim aslak aslan asli asma asmaa asmita assaf
  astrid asuncion athanasios athena atieno atif atsushi attila aubree aubrey audra audrey augusto augustus aurel aurelia
  aurelie aurelien aurelio aurora austin austyn avani avery avi aviad avigail avihai avihu avinash avishai aviv aviva avner
  avraham awais awino axel ayaan ayako ayanda ayanna ayberk ayca aydin ayelet ayesha ayhan ayla aylon ayman aymen aynur
  ayodeji ayodele ayomide ayoub ayse aysel aysu aytac ayu ayumi ayush aziz aziza azlan azman azra baaba babajide babak
  babatunde babis badr bagus bahaa bahar bailey balaji balazs balint bambang bao baptiste baran barasa barbara barbel baris
  barnabas barry bart bartek bartlomiej bartosz bas basak bashar bashir basma bassam bassem bastian batool batuhan batya bayu
  bea beata beate beatrice beatriz beckett becky begona bekele bela belinda bella ben bence benedict benedikt bengt benito
  benjamin benji bennett benno benny benoit beppe berit berk berkay berke bernadeta bernadett bernadette bernard bernardo
  bernd bernhard bernice berrin bert berta berthold beste beth bethan bethany betsy betty betul beverly beyza bharat bharath
  bhavana bhavesh bhavik bhavna bhushan bhuvan bianca bilal biljana bill billy binh binyamin birger birgit birgitta birte
  bjarne bjork bjorn blaine blair blake blanca blanche blanka blaz blazej bo boaz bob bobbi bobbie bobby bogdan bogdana
  boglarka bogumil boguslaw bogusz bohumil bojan bolaji bolanle boleslav bongani bonnie boonchai bora boran borge boris
  borislav borivoj borna borys botond bouchra bowen bozena brad braden bradley brady braedyn brandon branka branko bratislav
  braxton breana breanna breanne brenda brendan brenna breno brent bret bretislav brett brian briana brianna brianne bridget
  bridgette brie briggs brigitte briony bristol brita britney britt britta brittany brittney brock brodie brody bronislaw
  bronwen bronwyn brooke brooklyn bruce bruna bruno bryan bryant bryce bryony budi bugra buhle bukola bulent burak burcu
  burhan burkhard busisiwe busra byron cade caden caglar cagri cahya cahyo caio caitie caitlin caitlyn cal caleb caleigh
  callum camelia cameron camila camilla camille camillo camilo camryn canan candace candela candice caner cansu cara carey
  carina carissa carl carla carlene carles carley carlie carlo carlos carlota carlton carly carlyn carme carmela carmella
  carmelo carmen carmina carmine carol carole carolina caroline carolyn carolyne carrie carson carsten carter cary cas
  casandra casey cassandra cassidy cassie cassio cat catalin catarina caterina catherine cathy cayden cecile cecilia cecily
  cedric celeste celia celina celine celso cem cemal cemil cenek cenk ceren cesar cesare ceyda cezar cezary chad chaim chaima
  chaitanya chaiwat chakib chana chandan chandra chandrasekhar chanelle chanida chantal chao charalampos charity charla
  charlene charles charlie charlotte charmaine charu chas chatchai chau chaz chebet chelle chelsea chepkoech cherie cherise
  cherono cheruiyot cheryl chester chetan cheyenne chiamaka chiara chibueze chidi chidinma chidozie chie chihiro chika chike
  chima chinedu chinenye chinmay chinonso chinwe chioma chip chirag chisom chloe chris chrissy christa christel christian
  christiana christie christin christina christine christof christoph christophe christopher christos christy chuck chuka
  chukwudi chukwuemeka chukwuma chun ciara cicero cierra cigdem cihan cindy cinzia ciprian ciro citra claire clara clare
  clarence clarice clarissa clark claude claudia claudio claudiu clay clayton clelia clemens clement clementine cleo cliff
  clifford clifton clint clive clovis clyde coby cody colby colette colin colleen colm colton conan conner connie connor conor
  conrad constance constantin constanza consuelo cooper cora cordelia cordula corentin corey corina corinna corinne cornel
  cornelia cornelius corrado cortney cory cosimo cosmin costin courtney craig crista cristal cristi cristian cristiana
  cristiane cristiano cristina cristobal csaba csilla cuong curt curtis cy cynthia czeslaw daan dacian dafna dagmar dagmara
  dagny daichi daiki daisuke daisy dalal dale dalia dalibor dalton dalva damian damien damilola damion damir damjan damon dan
  dana danae dani daniel daniela daniele danielle daniil danijel danijela danika danilo danish danit danny dante danuta danyal
  daphna daphne dapo darcy daria darian darin dario darius dariusz darko darla darlene darnell darrel darrell darren darrin
  darron darryl darshan darya daryl dave davi david davide davina davis davon davor dawid dawit dawn dawood dawson dax dayna
  dayo dean deandre deanna deanne debashish debayan debbie debora deborah debra declan dedi dee deedee deeksha deepa deepak
  deepali deepika deidre deirdre dejan delaney delia delilah della delphine demetria demetrius dena denae denilson denis
  denisa denise deniz dennis denny denys deon derek derick derrek derrick derya deshawn desi desiree desmond desta detlef
  devan devang deven devika devin devon dewa dewayne dewey dewi dexter dezso dhananjay dharmesh dhaval dheeraj dhruv dian
  diana diandra diane dianna dianne didem diego diep dieter dietmar dietrich dilara dilek dilip dillon dimas dimitra dimitri
  dimitrios dimitris dina dinara dinesh dinh dino diogo dion dionne dipti dirceu dirk dita divya divyansh djalma djamel dmitri
  dmitrii dmitriy dmitry dmytro doga dogan dogukan doina dolores dolors dom domenic dominic dominick dominik dominika
  dominique don donald donatella donato donavan donghyun dongwook donna donnell donny donovan dora doreen dorian dorin doris
  doron dorota dorothy dorte doru dotty doug dougal douglas dov dragan dragana dragos drazen drew dror duane dubravka duc dudi
  dulce dumisani dumitru duncan duong dusan dusko dustin duy dvir dvora dwayne dwi dwight dyan dylan eamon eamonn earl earnest
  ebba eberhard ebru ebuka ece eckart eckhard ed eda eddie eden edgar edgardo edilson edin edina edith edmilson edmund edna
  ednaldo edoardo edson eduard eduarda eduardo edvard edward edwin edwina edyta eemeli eero eetu effie efi efosa efraim efrat
  eftychia efua ege egil egon ehab ehsan ehud eiji eileen einar einat eino eirik eirini eitan ejike eka ekaterina ekene ekin
  ekkehard eko ekow ekrem ekta ekua elad elaina elaine elazar eldon eleanor eleanore eleftheria elemer elena eleni eleonora
  elfriede elham eli elia eliane elianna elias eliav elif elijah elin elina elinor elior eliot eliran elisa elisabeth
  elisabetta elisangela elise elisha eliska elissa eliza elizabeth elke ella elle ellen ellery ellie ellinor elliot elliott
  ellis elma elmehdi elmer elodie eloise eloy elpida elsa elsebeth elspeth elton elvin elvir elvira elvis elyasaf elyse
  elzbieta emad eman emanuel emanuela emanuele embla emeka emel emerson emery emese emi emil emilia emiliano emilie emilio
  emily emin emina emine emir emma emmanuel emmerich emmett emmy emrah emre encarna endang endre enes engin enid eniko eniola
  enis enitan enrica enrico enrique enver enzo eoin eran erasmo ercan erdal erdem eren erez erhan erhard eri eric erica erich
  erick erickson erik erika erin erkan erlangga erling ermanno ernest ernesto ernie erno ernst erol errol ersin ertan ertugrul
  erwin eryk erzsebet esa esi esin eskil esma esme esmeralda espen esperanza esra esraa essi essie esteban estella estelle
  esther eszter ethan ethel etienne etsuko ettore euan eugen eugene eugenia eugenio eugeniusz eunice eunji eunjung eusebio eva
  evan evandro evangeline evangelos evelyn everett everton evgenia evgenii evgeniia evgeniy evgeniya evgeny eviatar evren ewa
  ewald ewan ewelina eyad eyal eylem ezequiel ezgi ezinne ezio ezra ezri fabian fabiana fabiano fabien fabio fabiola fabrice
  fabrizio facundo fadi fadwa fagner fahad fahd fahim fahri faisal faith faiza faizal faizan fajar falk falko fang farah fares
  farhad farhan farid farida faris farooq farouk farrah farrukh faruk farzana fateh fatemeh fathi fatih fatima fatma fausto
  fawad fawzi fay faye faysal fayza federica federico fedor fei felicia felicity felienne felipe felix femi feng ferdi
  ferdinand ferdous ferenc ferhat feride fermin fern fernanda fernando feross feroz ferruccio fethi feyza fidel figen fiifi
  filip filipa filipe filippo filiz filomena finn fiona fiorella fiorenza fitri flavia flavio flavius fletcher flo florence
  florencia florent florentina florian florin florine flynn folake folasade fotis fouad fran franca frances francesc francesca
  francesco franciele francine francis francisca francisco franciszek franco francois frank frankie franklin frantisek franz
  frauke fred freda freddie freddy frederic frederica frederick frederik fredrik freya frida frieda friedemann friederike
  friedhelm friedrich fritjof fritz frode fuad fulvio fulya fumiko fumio funke funmi furkan gabby gabe gabi gabor gabriel
  gabriela gabriele gabriella gaby gadi gael gaelle gaetan gaetano gagan gail galia galih galina galit gamze ganesh gareth
  gargi garima garret garrett garry garth gary gaston gaurav gautam gavin gayle gbenga gebhard gede geert geeta geir gelu
  gemma gena genaro gene genet genevieve genki gennadiy gennady gennaro geoff geoffrey georg george georgeta georgia georgios
  georgiy georgy gerald geraldine gerard gerardo gerd gerda gergely gergo gerhard germaine german gernot gero gerrit gerry
  gertrud gertrude gesa gesine ghada ghaith ghassan ghazala gheorghe giacomo giada giampaolo giampiero giancarlo gianfranco
  giang gianluca gianmarco gianna gianni giannis gideon gidi gil gilad gilang gilbert gilberto gili gilles gilmar gilson gina
  ginny gino gioele giordano giorgio giorgos giovana giovanni girish girma gisela gisele giselle gislaine gitte giulia
  giuliana giuliano giulio giuseppe giusi giusy gizem gladys gleb glen glenda glenn glenna gloria glynn godfrey godwin gokce
  gokhan goncal gonul gonzalo gopal goran gorana gordana gordon gorm goro gosia gottfried gotz govind gowtham grace graciela
  grady graeme graham grant granville grayson grazia graziano grazyna greg greger gregor gregorio gregory greta gretchen
  griffin grigore grigoriy grigory grzegorz guadalupe guang gudrun gudula guglielmo gugu guido guilherme guillaume guillermo
  guinevere gul gulay gulnara gulsah gunes gunhild gunilla gunnar gunter gunther gurkan gus gustaf gustav gustavo guy gwen
  gwendolyn gwyneth gyorgy gyozo gyula haavard habib habiba hadar hadas hadeel hadi hadia hadley hafiz hafsa hagen haggai
  haidar haider haile hailey haim haiyan hajar hakan hal hala haley halil halina halle hallie haluk halvor halyna hamad hamdi
  hamed hameed hamid hamish hamit hammad hamoud hampus hamza han hana hanaa hanadi hanan hande haneul hanh hani hania hank
  hanna hannah hanne hannes hanno hannu hans hao haoran haoyu harald hardik haresh hari harini haris harish harlan harley
  harold haroon haroun harper harpreet harriet harriett harris harrison harry harsh harshad harshal harshit harshita hartmut
  hartwig haruka haruki harun haruto harvey hasan hasna hassan hatem hatice hattie havard hayat hayato haydar hayden hayder
  hayley hayri hazel hazem haziq heath heather heba hector hedda hedi hedia hedvig hedwig hedy heidi heike heikki heiko heiner
  heinrich heinz heitor helder helen helena helene helga helge helio helle hellmut helmut heloisa hemant hemanth hendra hendri
  henna henning henri henrietta henrik henrike henrique henry henryk herb herbert heriberto herman hermann hernan herschel
  heru hessa hettie heydon hiba hicham hidde hideaki hideki hideo hien hieu hila hilal hilario hilary hilde hillary hillel
  hilmar hilton himanshu hinnerk hiroaki hiroki hiroko hiromi hironori hiroshi hiroto hiroyuki hirut hisashi hisham hitesh
  hjalmar hjordis hlib hoa hoang hobart hodaya holger hollie hollis holly homer hongli hongwei honza horace horacio horatiu
  horia horst hortense hossam hossein houda houston howard howie hoyt hrvoje hryhoriy huan hubert huda hugh hugo hui hulya
  humaira humberto humphrey hunter huong husain husam huseyin hussam hussein huy huyen hyejin hyman hynek hyunjin hyunwoo
  iacopo ian iancu iaroslav ibironke ibrahim ibtissam ichiro ida idan idil idit ido idris ieuan ievgen ifeanyi ifeoma ifeyinwa
  iftach iga iggy ignacio ignatius igor ihab ihor ihsan ike ikechukwu ikenna ikram ilan ilana ilaria ilayda ildiko ileana
  ilham ilhan ilia ilias ilie iliya ilka ilkay ilker ilkka ilmari ilnur ilona ilse ilya ilyas imad iman imane imanol imelda
  imene imke immanuel imogen imran imre imtiaz ina inaki inam inas inaya inbal inbar inci indah indira indra indrajit ines
  ingeborg ingemar inger ingo ingrid ingvar inigo inka inken inmaculada inna innokenty intisar ioan ioana ioanna ioannis
  iolanda iona ionel ionut ipek iqbal iqra ira irakli irem irena irene ireneusz irfan irina iris irit irmgard irum irving
  irwan irwin iryna isaac isabel isabella isabelle isadora isaiah isamu isha ishaan ishan ishaq ishita ishraq isidro iskandar
  isla ismael ismail ismet isobel isolde isra israel issac issam istvan itai italo itamar itay itir itzik iulia iulian iva
  ivan ivana ivanna ivano ivar iveta ivette ivica ivo ivona ivone ivor ivy iwan iwona iyabo iyad izaak izabela izzat izzet
  izzy jaakko jabbar jaber jacek jacinta jacinto jack jackie jackson jacky jaclyn jacob jacoby jacopo jacqueline jacquelyn
  jacques jacquie jade jaden jadranka jadwiga jaehyun jael jaewon jafar jagdish jagoda jahnavi jaiden jaim jaime jaimee jake
  jakob jakov jakub jalal jalen jamal james jami jamie jamil jamila jamison jan jana janae janaki jancis jane janelle janessa
  janet janette janice janie janina janine janna jannik jannis janos janusz jaqueline jared jarek jari jarkko jarmo jarno
  jaromir jaroslav jaroslava jaroslaw jarred jarrett jarrod jarvis jasim jasmin jasmina jasmine jasna jason jasper jatin jaume
  javi javier jawad jaxon jay jaya jayant jayden jayesh jayla jaylen jayme jayne jayson jazmin jazmine jean jeanette jeanie
  jeanine jeanne jeannie jed jedidiah jeff jefferson jeffery jeffrey jelena jem jemima jemma jen jena jenifer jenn jenna jenni
  jennie jennifer jenny jeno jens jensen jepchirchir jeppe jerald jeremiah jeremy jeri jermaine jerod jerome jerono jerri
  jerrod jerry jerzy jesper jess jesse jessica jessie jesus jethro jiahao jianhua jianjun jiaqi jiawei jide jigar jignesh
  jihane jihoon jihye jill jillian jim jimena jimmie jimmy jindrich jindriska jing jingyi jinwoo jirayu jiri jirina jiro
  jishnu jitka jiwoo jiyoung jo joakim joan joana joanie joann joanna joanne joao joaquim joaquin jocelyn jochen jodi jodie
  jody joe joel joella joelle joerg joey johan johann johanna johanne johannes john johnathan johnathon johnnie johnny
  johnpaul joko jolanta jolene jolie jon jonah jonas jonathan jonathon joni jonna jonny jordan jordana jordi jordyn jorg jorge
  jorgen joris jorn jorunn jose josef josefine josep joseph josepha josephine josh joshua josiah josiane josie josip joss
  jostein josue jouni jovan jovana joy joyce jozef jozsef juan juana juanita juanjo jucelino jude judit judith judy juha
  juhani juho juilee jukka julia julian juliana juliane julianna julianne juliano julie julien juliet julieta juliette julio
  julissa julius juliusz jumana jumoke jun junaid junho junichi junjie junko junyoung juraj jure jurgen jussara jussi justin
  justina justine justyna jutta jyoti jyotsna jyrki kaan kaare kaarina kabir kacper kade kaden kadir kagan kai kaia kailash
  kaisa kaitlin kaitlyn kaja kajetan kaleb kaleigh kaliyah kalle kalliopi kalman kalpana kalyan kamal kamau kamil kamila
  kamran kamryn kandace kanika kanokwan kanye kaori kaoru kapil kara karam karan karanja karel karen kari karim karima karin
  karina karissa kariuki karl karla karley karlie karly karmen karol karolina karoly karsten karsyn karthik karthikeyan kartik
  karyn kasey kashif kasia kasper kassandra kassidy kat katalin katariina katarina katarzyna kate katelin katelyn katerina
  kateryna katharina katharine kathe katherine kathi kathie kathleen kathrin kathryn kathy katia katie katja katlyn katri
  katrin katrina katy kaushik kavita kavitha kavya kay kaya kaycee kayden kayla kaylee kayleigh kaylen kaylie kaylin kayode
  kazimierz kazuhiro kazuki kazuo kazuya keanu keaton kebede keegan keely keenan keerthana keiichi keiko keira keisha keisuke
  keita keith kelan kelechi kellan kellen kelley kelli kellie kelly kelsey kelsie kelvin kemal kemi ken kendal kendall kendra
  kendrick kenechukwu kenichi kenji kenna kennedy kenneth kennith kenny kent kenta kenton kenza kenzo kepa kerem keren keri
  kerim kermit kerri kerry kerstin keshav ketan ketil ketut kevin kfir khadija khairul khaled khalid khalil khanh khanyisile
  khawla khoa khodor khoi khouloud khrystyna kiana kiara kibet kien kiera kieran kiet kilian kim kimani kimberley kimberly
  kimmo kin kinga kingsley kinza kip kipchoge kiprono kiptoo kira kiran kirill kirk kirsi kirsten kirstie kirstin kirsty kirti
  kirui kit kitt kittisak kitty kjartan kjell kjetil klara klas klaudia klaudiusz klaus klay knut kobi koech kofi kohei koichi
  koji kojo kolawole kole komal komang konrad konstantin konstantina konstantinos korbinian korey kori kornel kornelia kory
  kostas kostya kostyantyn kosuke kota kouhei kourtney kresimir kris krishna krista kristal kristan kristen kristi kristian
  kristie kristiina kristijan kristin kristina kristine kristof kristofer kristoffer kristopher kristy kristyna krisztian
  krisztina krit kriti kritika krunal krystal krystian krystyna krzysiek krzysztof ksenia kseniia kseniya kuba kubra kumiko
  kunal kunle kurniawan kursat kurt kushal kutay kveta kwabena kwadwo kwaku kwame kwasi kweku kwesi kyla kyle kylee kyleigh
  kyler kylie kyoko kyra kyriakos kyungmin lacey lachlan lacy lada ladislav lagat lahav laia laila lainey lajos lakshman
  lakshmi lale lalit lamar lamberto lamia lamis lamont lamya lana lance landon laney lanre laquita lara larisa larissa larry
  lars larysa lasse laszlo latasha latifa latisha latonya latoya laura laure laureen laurel lauren laurence laurent laurentiu
  lauri laurie lautaro lavanya lavi lavinia lavonne lawrence layla layton lazar lea leah leander leandra leandro leann leanne
  lech lechoslaw lee leeann leela leena lefteris leif leigh leighton leila leilani leire lekan leland lemuel lena lenka
  lennart lenny lenora lenore leo leon leona leonard leonardo leonhard leonid leonidas leonie leonor leonora leopold leopoldo
  leos lerato leroy lesa lesley leslie lestari lester lesya leszek leta leticia letizia lettie lev levente levi lewis lex lexi
  lexie leyla li liam liana libby libor libuse lidia lidiya liesel ligia liisa lijun lila lilah lili lilian liliana liliya
  lilla lillian lilliana lillie lilly lily lin lina lincoln linda lindiwe lindsay lindsey lindy ling lingling linh linnea
  linsey linus lionel lior liora liran liron lisa lisbeth lise lisette lital litha liu liudmila liudmyla liv livia livio liviu
  livvy liwei liz liza lizbeth lizette lizzie lizzy ljiljana ljubica ljubisa ljubomir lloyd lluis lodewijk logan loic lois
  lola lonnie lonny lora loraine lorand loredana lorella loren lorena lorenz lorenza lorenzo loretta lori lorna lorne lorraine
  lorrie lothar lotta lotte lottie lou louella louie louis louisa louise lourdes lovisa lovro lowell luann lubna lubomir lubos
  luc luca lucas lucia lucian luciana luciano lucie lucien lucille lucinda lucio lucja lucjan lucretia lucrezia lucy lucyna
  ludger ludmila ludovic ludovica ludovit ludwig ludwik luella luigi luis luisa luisella luitpold luiz luiza lujain luka lukas
  lukasz luke lula lulit lulu luminita lungile luther lutz lydia lyla lyle lynda lyndon lyndsay lyndsey lynette lynn lynne
  lynsey lyra lyubov lyudmila lyudmyla maame maayan mabel macarena macharia maciej maciek mackenzie macy mada madalena
  madalina maddalena maddie maddison maddox madeleine madeline madelyn madge madhav madhavi madhu madhuri madison mads mae
  maelle maeve magda magdalen magdalena maggie magne magnhild magnus maha mahdi maher mahesh mahima mahira mahmoud mahnoor
  mahsa mai maicon maik maike maina maira mairead mairi maisie maite maja majd majdi majed majid makena makonnen makoto maksim
  maksym maksymilian malachi malachy malak malathi malcolm malene malgorzata malik malika malin malini mallory malo malorie
  mamoru manabu manal manali manas manasa mandar mandla mandy manel manfred mangesh manish manisha manjunath manlio manoj
  manolis manolo manon manop manu manuel manuela maor mara marc marcel marcela marcelina marcella marcello marcelo marcia
  marcie marcin marcio marco marcos marcus marcy mareike marek maren margaret margareta margarete margarida margarita margaux
  margery margherita margie margit margo margot margrethe marguerite maria marialuisa mariam marian mariana mariane mariangela
  marianne mariano maribel maricarmen marie marieke mariele marielle marietta mariia marija marijana marijn marika mariko
  marilia marilyn marin marina marinela marinko marino mario mariola marion marios maris marisa marisol marissa maristela
  marit marita maritza marius mariusz mariya marjan marjo marjorie mark marketa markku marko markus marla marleen marlena
  marlene marley marlon marlowe marouane marsha marshall marta marte marten martha marti martijn martin martina martine marton
  marty martyna marva marvin marwa marwan mary maryam maryann maryanne marybeth marylou maryna marzena marzia masaaki masahiro
  masaki masako masanori masao masaru masashi masato masaya masayuki masha mashaal mason massimiliano massimo mat matan mate
  matea matej mateja mateo mateus mateusz matheus mathias mathieu mathilde matias matija matilda matilde matous mats matt
  matteo matthew matthias matthieu matthijs matti mattia mattie matyas matylda maud maude maura maureen maurice mauricio
  maurizio mauro mavis mawuli max maxie maxim maxime maximilian maximiliano maxine maya mayank mayara mayowa maysa mayur
  mayuri mbugua mckayla mckenna mckenzie meagan meaghan mechthild meena meenakshi meg megan megha meghan meghana megumi mehdi
  mehmet mehran mehwish meike meiling meinhard meinrad meir mel melanie melek melih melike melinda melis melissa melody meltem
  melva melvin menachem mengmeng menna meral merav merce mercedes meredith meritxell merle meron merrick merrill merryn mert
  merve mervi mervyn meryl mesfin mesut metin mette mevlut mia micah michael michaela michal michalis michel michela michele
  michelle michiko mick mickael mickey midori mieczyslaw miguel mihael mihaela mihai mihail mihailo mihajlo mihaly mihir
  mihnea miika mika mikael mikayla mike mikel mikhail miki mikkel mikko miklos miko mikolaj milad milagros milan milcah
  mildred milena miles miley milica milind milivoj miljan millicent millie milly milo milorad milos miloslav milovan milton
  mimi mina minal mindy minghao minh minho minji minjun minna minnie minoru minseok miodrag miquel mira miranda mircea mirco
  mireia mirel mirela mirella miri miriam mirjam mirjana mirko miro mirona miroslav miroslaw mirza misaki misha mislav misty
  mitch mitchel mitchell mitesh mithun mitja mitsuhiro mitsuru miyuki mizuki mladen mo moacir moaz modupe moe moeen mogens
  mohamad mohamed mohammad mohammed mohan mohanad mohannad mohini mohit mohsen mohsin moin moira moises mojca mojmir mollie
  molly momir momoko mona monal monia monica monika monique monroe montgomery montse montserrat monty mordecai mordechai
  morena morenike morgan moritz morris mort morten morton moses moshe mostafa moti mouad mouhamed mounir moussa moustafa moya
  mpho mridul muaz mubarak mudassar mudit mugo muhammad muhammet muhannad mujahid mukesh mukhtar mukund mulugeta munira
  munther murad murali murat muriel murilo murray murtaza musa mushtaq muslim mustafa mustapha muthoni mutlu mutua muzammil
  mwangi mwende mwikali mykhailo mykola mylene myles myra myrna myron myroslav myrtle myungsoo naama nabeel nabil nabila
  nachiket nacho nadav nadeem nader nadezhda nadia nadieh nadiia nadine nadja nadya naeem nafisa naftali naga nagaraj nagesh
  nagla naguib nahed nahla naif naila najat najib najwa naman namjoon namrata nan nana nancy nandini nandor nanette nanna
  naoki naoko naomi naoto naoya narasimha narayan narcis narendra naresh narges nargis nariman naseem naser nashwa nasir
  nasreen nasrin nassim nastya nat natalee natalia natalie nataliia nataliya natalka natalya natan natasa natasha natasza nate
  nathalia nathalie nathan nathanael nathaniel natsuki natsumi nattapong nattaya naveed naveen naveh navin nawaf nawal nayan
  nayef nazan nazanin nazar nazareno nazia nazli nazri ndegwa neal necati ned neda nedeljko neelam neelesh neeraj neeta neha
  nehama neil nektarios nelda nele nell nellie nello nelly nelson nemanja nena nenad nerea nergis nermin nerya neslihan nesma
  nesrin nesrine nestor netanel netta neusa neve neven nevena neville nezha ngan ngoc ngozi nguyen nhan nhi nhung nia niall
  nic nicholas nichole nick nicki nickolas nicky nicla nico nicola nicolae nicolas nicole nicoleta nicoletta nicolette nicolo
  nicusor nidhi niels nieves nigel nihal nihar nihat nii niilo niina nik nikhil niki nikica nikita nikki niklas nikodem nikola
  nikolai nikolaos nikolas nikolaus nikolay nikolett nikolina nikos nilay nilesh nilgun niloufar nils nilton nilufer nimisha
  nimrod nina nino nir nira niraj niran niranjan nirav nirmal nisha nishant nishanth nissim nita nitesh nithin nitin nitzan
  nixon njal njambi njeri njoki njoroge nkechi nkem nkiru nkosana nnamdi nnenna noa noah noam nobuhiro nobuo nobuyuki noel
  noelia noelle noemi nofar noga noha nola nolan nolwenn nomsa nomvula nona nonso noor noora nora norah norbert norberto
  noreen norio norm norma norman norris nothando nouf nour noura novak ntombi nugroho nuha numan nuno nunzio nupur nuray
  nurcan nuri nuria nurit nurul nyambura nyla nyokabi nyoman nyree oakley oana obaid obi obinna oceane ochieng octavia
  octavian oda oddvar oded odell odessa odette odhiambo odysseas ofek ofelia ofer ofir ofra ogechi ognjen oguz oguzhan ohad
  oihane oivind okan okechukwu okoth oksana oktay ola olabode olaf olamide olanrewaju olav olavi olayinka olcay oldrich ole
  oleg oleh oleksandr oleksandra oleksii oleksiy olena olesia olesya olga olha oliver olivera olivia olivier oliwia olli ollie
  olof olufemi olumide oluwafemi oluwaseun oluwaseyi oluwatobi oluwatosin olya omaima omair omar omer omid omkar omolara
  omondi omri omur ondrej onur onyango onyeka onyinye oona opeyemi ophelia oprah oran orazio orcun oren orest orhan orietta
  oriol orit orla orlaith orlando orly orna ornella orsolya orson orta orville osamu osborn oscar oshri oskar osman osmar
  osnat ostap osten osvaldo oswald otakar otavio otieno otis otmar ottilie ottmar otto ouma oussama outi ovidiu owein owen
  owino oyinkansola oystein oyvind oz ozge ozgur ozlem paavo pablo paco paddy padraig paige paisley paivi pakorn pal palesa
  pallavi palle paloma pam pamela panagiota panagiotis pankaj panos pantelis paola paolo parag paras paraschiva paraskevi
  parisa parker parth parul parvez parviz pascal pascale pasi pasquale pat patrice patricia patricio patrick patrik patrizia
  patrycja patryk patsy patti patty pau paul paula pauletta paulette pauli paulina pauline paulo pavan pavel pavla pavlina
  pavlo pavlos pawan pawel payal payam pedro pegah peggy pekka pelin penelope penny pepe per percival percy perla pernille
  perry persephone petar pete peter petr petra petre petri petro petronela petros petru petter petteri peyton phil philip
  philipp philippa philippe phillip philomena phindile phineas phoebe phong phuc phuong phyllis pia pierluigi piero pierpaolo
  pierre piers pieter pietro piia pilar pinar pinchas pino piotr pip pippa pirjo pirkko pirmin piroska piyawat piyush pnina
  poliana polina pooja pornthip portia pouya prabhakar prabhu prabowo pradeep pradnya prafulla prajakta prakash prakhar pramod
  pramudya pranali pranav pranay pranjal prasad prasanna prasanth prasert prasetyo prashant prasoon prateek pratibha pratik
  pratyush praveen pravin predrag preecha preeti premysl prentice prerna presley preston primo primoz priscila priscilla
  pritam prithvi priti priya priyank priyanka priyansh prudence przemek przemyslaw puja puneet purva pushkar pushpa putra
  putri putu qais qasim qiang qing quan quang quentin quim quincy quinlan quinn quinton quique quoc quyen quynh rabab rabea
  rabia rabih rachael rachel rachelle rachid rade radek radha radhika radim radka radmila radoje radoslav radoslaw radovan
  radu radwa rae raed raelynn rafa rafael rafaela rafal raffaele raffaella rafferty raffi rafi rafia rafik raghad raghav
  raghavendra raghu raghuram ragna ragnar ragnhild rahaf rahel rahil rahim rahma rahman rahmat rahul raimo raimondo raimund
  raimundo rainer raisa raissa raj raja rajaa rajan rajat rajeev rajendra rajesh rajiv rajnish raju rakesh rakhi ralf ralph
  ralphie raluca ramadan ramakrishna raman ramana ramazan ramesh rami ramin ramiro ramon ramona ramsay ramsey ramy ramya rana
  randal randall randolph randy rania ranim ranjan ranjit ranjith ranko raphael raquel rares rasha rashad rashed rasheed
  rashid rashmi rasmus rastko ratko ratna rauf raul raveena ravi ravindra ravit rawan ray rayan raymond raymundo rayna raz
  raza razak razan razia razvan reagan reanna reba rebeca rebecca rebekah rebekka recep redouane reece reed reem reese refik
  refilwe regan reggie regina reginald reginaldo rehab reham rehan rei reid reidar reijo reiko reilly reimar reiner reinhard
  reinhold reka rekha remco remedios remi remigiusz remington remo remy rena renad renan renat renata renate renato rene renee
  renu renzo reshma reto reuben reut rewan rex reyhaneh reyna reynold reza rhea rhett rhiana rhiannon rhodri rhona rhonda rhys
  ria riad rian ricard ricardo riccardo rich richa richard rick ricki ricky rida ridha ridley ridwan rie rihab riikka rikard
  riku riley rima rimsha rina rinaldo rinat rini risa rishabh rishi rishikesh risto rita ritesh ritika ritu ritvik rivka riya
  riyad riza rizal rizki rizky rizwan roan rob robb robbie robby robert roberta roberto robin robson robyn rocco rocio rod
  roddy roderick rodger rodica rodion rodney rodolfo rodrigo roel rogan rogelio roger rogerio rohan rohini rohit roisin
  roksana roksolana rola roland rolf rollin romain roman romane romario romilly romina romolo romulo romy ron ronald ronaldo
  ronan ronda ronen ronnie ronny roque rory rosa rosalba rosalie rosalind rosalyn rosamund rosana rosangela rosanna rosanne
  rosaria rosario roscoe rose roseann roseanna roseanne roseli rosella roselyn rosemarie rosemary roshan rosheen roshni rosie
  roslyn ross rossana rossella rostislav rostyslav roswitha rotem rotich rotimi rowan rowena roxana roxanne roxie roxy roy
  roya royce roz rozalia ruba ruben rubens rubin ruchi ruchika rudi rudiger rudolf rudolph rudy ruediger rufus ruggero rui
  rukiye rukmini rula runar ruoyu rupali rupert rupesh rupprecht ruprecht rushabh ruslan ruslana russ russel russell rustam
  ruth ruthie ruto rutuja ryan ryann ryder ryker rylan rylee ryleigh ryo ryoichi ryoko ryosuke ryota ryszard ryu ryuichi ryuji
  saad saadia saara saba sabah sabin sabina sabine sabir sabra sabri sabrina sabrine sachiko sachin sadaf saddam sadia sadie
  sadik sadiq saeed safa safaa safiya safwan sagar sahana sahar sahil sahin sahir saif saige saikat saima sajid sajjad sakari
  sal salah salahuddin saleem saleh salem salha salih salim sally salma salman salome saloua salvador salvatore salwa sam
  samah samaneh samanta samantha samar samara samathy sameer sameera sameh samer samet sami samia samiha samir samira sammi
  sammie sammy sampath sampo samson samu samuel samuele samyak sana sanaa sancho sandeep sander sandhya sandi sandile sandor
  sandra sandro sandy sangeeta sanghyun sanja sanjana sanjay sanjeev sanjiv sankar sanket sanna sanne sanni santeri santhosh
  santi santiago santino santosh sanyam sapir sapna sara sarah sarang sari sariah sarika sarina sarit sarita sarka sarthak
  sarvesh sasa sascha sasha saskia satish satoko satoru satoshi satria satu satya satyajit saud saul saurabh saurav savanna
  savannah savas saverio savita sawsan sawyer sayaka sayed scarlet scarlett scot scott scottie seamus sean seb sebastian
  sebastiano sebastien sebnem seda sedat seema sefa segun seham selam selamawit selcuk selena selene selim selin selina selma
  selorm sema semih semra sena senad senait senol senthil seojun seoyeon sepideh seppo serafino seraphina serdar serena
  serenella serge sergei sergej sergey sergi sergii sergio sergiu sergiy serhat serhii serhiy serif serina serkan sertac seth
  setiawan seun seungwoo sevda sevgi sevil seweryn seyda seyi seyma seymour sezen sezer shabnam shachar shadi shafiq shahar
  shaheen shaheer shahid shahin shahrukh shahzad shai shaima shaked shakeel shakir shalini shamim shams shana shanda shane
  shanelle shani shania shanice shanna shannen shannon shantanu shantel sharad sharan sharath sharen shari sharif sharla
  sharlene sharmila sharon sharona sharyn shashank shashi shashwat shaul shaun shauna shavon shawn shawna shay shayla shayna
  shazia shea sheena sheetal shefali shefik shehzad sheikh sheila shekhar shelby sheldon shelia shelley shelly shelton sheri
  sherif sherman sherri sherrie sherry sherwin sheryl shigeki shigeru shikha shiladitya shiloh shilpa shima shimon shimrit
  shin shingo shinichi shinji shinya shiori shir shira shiran shirin shirlee shirley shirly shishir shiva shivam shivangi
  shivani shlomi shlomit shlomo shmuel shmulik shoaib shobha shobhit shogo shohei shona shoshana shoshi shota shoukat shraddha
  shravan shreya shrikant shruti shuai shubham shubhangi shuki shula shun shunsuke shweta shyam shyanne sian sibel sibusiso
  sid siddharth sidnei sidney sidra siegfried sifiso sigal sigalit sigmar sigmund signe sigrid sigurd silas silje silke silvan
  silvana silvano silvester silvia silvio silviu simcha simeon simon simona simone simonetta simphiwe simran sina sinan sinead
  sinem sini sinisa siobhan sipho siriporn sirpa siti siv sivan sivert siyabonga siyu sjur skye skyla skylar skyler sladana
  slamet slaven slavica slavko slavomir slawomir sloane slobodan smadar smita smriti sneha snezana sofia sofie sofiia sofiya
  sohaib sohail soham sohan soheil soichiro sola soledad solene solfrid solomiya solomon solveig somaya somchai somnath somsak
  somto sona sonal sonali sondra soner sonia sonja sonke sonya sooyoung sophia sophie sorcha soren sorin sorina sota sotiris
  souad soufiane soukaina soumya souvik soyeon spencer spike spiros spyros srdan srdjan srecko sreekanth sreenath sridevi
  sridhar srikanth srikar srinath srinidhi srinivas sriram srishti stacey staci stacia stacie stacy stan stanislav stanislava
  stanislaw stanley staszek stathis stavros stefan stefania stefanie stefano steffen steffi steinar stelian stelios stella
  sten stepan steph stephan stephane stephania stephanie stephany stephen stephenie sterling stevan steve steven stewart stig
  stipe stjepan strahinja stratos stuart sture subash subhash subramanian sudarshan sudeep sudha sudhakar sudhanshu sudheer
  sudhir sue sueli suellen sufyan sugeng suha suhail suharto suhas sujata sujatha sujay suji sujith sukma sulaiman sule
  suleiman suleyman sullivan suman sumana sumaya sumedha sumeyye sumit sundar sune sungmin sunil sunita sunniva supachai
  suphansa surabhi suraj surasak surbhi surendra suresh surya suryo susan susana susanna susannah susanne susanto sushant
  sushil sushma susie susilo susumu sutrisno suyash suzan suzana suzanna suzanne suzette suzy svatopluk svea svein sven sverre
  svetlana svetozar svitlana svyatoslav swantje swapnil swara swarup swati syafiq syahir sybil sybille syed sylke sylvain
  sylvester sylvia sylvie sylwester sylwia synne synnove szabolcs szczepan szilard szilvia szymon tabassum tabatha tabitha tad
  tadashi tadeas tadesse tadeusz taehyung taha tahir tahsin tai taiki tais taisiya taj takaaki takahiro takako takanori takao
  takashi takayuki takeshi takuma takumi takuro takuto takuya tal tala talal talat talha tali talia taliyah tallulah talon
  tamar tamara tamas tameka tamer tamera tami tamia tamika tamim tammi tammy tamra tamsin tanay tanguy tania tanja tanmay
  tanner tanuja tanushree tanveer tanvi tanya tapan tapani tapas tapio taqwa tara taras tarcisio tarek tareq tarik tariq tarja
  tarkan taro tarquin tarun tasha tasneem tatiana tatjana tatsuo tatsuya tatum tatyana tauseef tawny taya tayeb tayfun taylan
  taylor tayo tayyab teagan tebogo ted teddy teemu tegan tejas tejaswini tekle temitope teo teodor teodora teppo tera terence teresa
  teressa tereza terhi teri terje tero terrance terrell terrence terri terrie terry tesfaye tess tessa tetiana tetsuo tetsuya
  tetyana tevin tewodros thabo thad thaddeus thais thaisa thalita thamer thanakorn thanapat thanasis thanawat thandeka thandi
  thandiwe thanh thanos thao thato thea thekla thelma themba thembi theo theodora theodore theodoros theodosis theresa therese
  thiago thibaud thibault thibaut thien thierry thijs thilo thinh thodoris thomas thomasina thor thora thorben thorbjorn thore
  thorsten thu thuli thurman thuy tia tiago tiana tianyu tiara tiberiu tibor tien tierney tiffani tiffanie tiffany tigist
  tihana tihomir tiina tijana tilly tilman tilmann tim timea timm timmy timo timofey timothy timur tina tingting tisha
  titilayo titus tiziana tiziano toan tobi tobias tobiloba tobin toby tochi todd toddy toivo tolga tolu tolulope tom tomas
  tomasz tome tomek tomer tomislav tommaso tommie tommy tomohiro tomoko tomomi tomoya tomoyuki toni tonia tonje tony tonya tor
  torben torbjorn tore torgeir tori torin torkel tormod torstein torsten toru torunn toshi toshiaki toshihiro toshiko toshio
  toshiyuki tosin toyin tracee tracey traci tracie tracy traian traute travis tremaine trent trenton trevor trey tricia trina
  trine trinh trinidad tripp trish trisha trista tristan tristen tristin trond troy trude trudy trung truong trupti trygve
  trystan tshepo tsubasa tsuyoshi tsvi tuan tucker tudor tufan tugba tugce tuija tulay tulin tuncay tunde tunji tuomas tuomo
  turgay turgut turkan turner tushar tuukka tuuli tuva tuvia tuyet tyler tymofiy tymoteusz tymur tyra tyree tyrell tyrese
  tyrone tyson tzachi tzipi tzvika ubaid ubaldo ubirajara uche uchenna udayan udin udo ufuk ugo ugochukwu ugonna ugur ujjwal
  ula ulas ulf uli uliana ulla ullrich ulrich ulrik ulrike ulyana ulysse uma umair umama umang umar umberto umer umesh umit
  umut una unai unni upasana uri uriel urooj uros urs ursula urszula urvashi usama usha usman uta ute uthman utkarsh utku
  utsav uwe uzair uzi uzma uzoamaka uzoma vaclav vadim vadym vaggelis vagif vagner vaibhav vaishali vaishnavi val valdemar
  valdir valencia valentin valentina valentino valentyn valentyna valeria valerie valerii valeriia valerio valeriu valeriy
  valeriya valery valorie vamsi vance vanda vandana vander vanderlei vanesa vanessa vangelis vani vania vanja vanna varsha
  varun varvara vasanth vasil vasile vasileios vasiliki vasilis vasily vasu vasudha vasyl vasyliy vaughan vaughn ved veda
  vedran vegard veikko veit velibor velimir veljko velma vendula venkat venkata venkatesh venu vera vered verena verity verna
  vernon veronica veronika veronique vesa vesna viacheslav vibeke vibha vibhor vic vicenc vicente vicki vickie vicky victor
  victoria vidar vidya vigdis viggo vihaan vijay vijaya vijeta vikalp vikas vikenty vikki vikram viktor viktoria viktorie
  viktoriia viktoriya vilde vilhelm ville vilmos vimal vinay vinayak vince vincent vincenza vincenzo vineet vineeth vinh
  vinicius vinit vinko vinod vinzenz viola violet violeta violette viorel vipin vipul vira viraj virendra virgil virgilio
  virginia virginie vishakha vishal vishnu vishwas visnja vit vitalii vitalik vitaliy vitaly vitezslav vito vitor vittoria
  vittorio viv vivek vivekanand vivian viviana viviane vivien vjekoslav vlad vlada vladan vladimir vladislav vladut vladyslav
  vlasta vlastimil vlatka vojin vojtech volkan volker volkmar volodymyr vonda vrinda vsevolod vuk vusi vyacheslav wachira
  waclaw wade wadih wael wagner waheed wahid wahyu wairimu waithera wajdi wajih wajiha walaa walburga waldek waldemar wale
  waleed walid walker wallace wally walmir walt walter walther wambui wanda wangari wanjiku wanjiru waqar waqas warda warner
  warren warwick wasim wassim wataru wawan waweru wayan waylon wayne wei weiwei wellington wenche wendell wendy wenhao wenjie
  wenzel werner weronika wes wesley weston whitney wichai widodo wiebke wieland wieslaw wiktor wiktoria wilbert wilbur wilda
  wiley wilfred wilfredo wilfrid wilfried wilhelm will willa willard willem william willian willie willow wilma wilmer wilson
  wim winfried winifred winnie winona winston wisnu witold wladyslaw wlodzimierz wojciech wojtek wolfgang wolfram wonjun
  woojin wouter wyatt wynne xabier xander xandra xavi xavier xaviere xenia xiang xiao xiaohui xiaoli xiaoming xiaoyu ximena
  xin xinyi xiong xuan yaa yaara yacine yadira yael yafit yagiz yagmur yago yahia yahya yair yaiza yaki yakov yalcin yan yana
  yanina yaniv yann yannick yannis yanto yara yarden yared yariv yaron yaroslav yaroslava yaseen yasemin yash yashas yashika
  yashwant yasin yasir yasmeen yasmin yasmina yasmine yasser yasuhiro yasuo yasushi yavuz yazan yazid yazmin yegor yehonatan
  yehor yehoshua yehuda yehudit yejin yekaterina yelda yelena yeliz yelyzaveta yemi yener yeonjun yesenia yesica yesim yetunde
  yevgen yevgeni yevgenia yevgeniy yevgeny yevhen yewande yiannis yifan yiftach yigal yigit yigitcan yildirim yildiz yilmaz
  yiming yinka yishai yisrael yitzhak yizhar yngve yoav yochai yogesh yogita yohan yohann yohannes yohei yoichi yoko yolanda
  yolonda yonatan yonca yongjin yoni yonit yoram yorgos yosef yoshi yoshiaki yoshihiro yoshiko yoshinori yoshito yoshiyuki
  yosi yossi yosuke yotam youcef younes younghoon youngjae younis yousef yousif youssef youssra ysabel yu yuan yucel yudi yue
  yuichi yuiko yuji yuka yukari yuki yukihiro yukiko yukio yuko yulia yulian yuliia yuliya yumi yumiko yun yuni yunus yupa
  yuri yurii yuriy yury yusra yusril yusuf yusuke yuta yutaka yuto yuval yuvraj yuya yvan yves yvette yvonne zac zach
  zachariah zachary zack zackary zackery zafer zahra zaid zaida zaiden zaina zainab zaineb zakaria zakhar zaki zakia zalan
  zander zane zanele zaneta zara zarko zbigniew zbynek zbyszek zdenek zdenka zdravko zdzislaw zeb zed zeeshan zeev zehava
  zehra zeina zeinab zekeriya zeki zelda zelia zeljka zeljko zell zelma zena zenon zerihun zerrin zeynep zhang zhanna zhen
  zheng zhi zhiwei zia ziad ziga zihan zina zinaida zineb zinhle zisis zita ziv zivko ziyi zlatan zlatko zodwa zoe zoey zofia
  zoha zohaib zohar zohra zola zoltan zora zoran zorana zoubida zouhair zoya zsofia zsolt zsuzsa zsuzsanna zubair zuhal zulema
  zulfiqar zulkifli zumrut zuri zuzana zuzanna zvi zygmunt`
