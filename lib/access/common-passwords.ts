// What people choose when they are asked for a password: the words that stand at the top of every published count of
// leaked ones. Written as the rules fold them, so that "P4ssw0rd!" and "Dragon2026" are found here as well.

/** Words that are passwords by themselves, whatever digits and signs are put around them. */
const WORDS = `
password passwort passwd passcode pass secret letmein welcome login logon signin access changeme change default admin
administrator root user guest test testing temp temporary demo sample example master super superman superuser support
qwerty qwertyuiop azerty asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qwaszx iloveyou loveyou iloveu lovely loveme love lover
sunshine princess princes prince queen king monkey dragon shadow michael football baseball basketball hockey soccer
rugby cricket tennis golf golfer charlie freedom whatever trustno trustme batman spiderman ironman superstar starwars
startrek pokemon pikachu naruto matrix killer hunter ranger hannah jessica jennifer jordan ashley andrew andrea anthony
amanda melissa michelle nicole daniel danielle david matthew robert thomas william richard joseph joshua justin jonathan
joanna george harry james jamie jason jasmine jack jackson jake jacob benjamin samuel samantha sophie sophia olivia
oliver emily emma chloe charlotte grace lauren laura sarah rachel rebecca bethany elizabeth victoria alexander alexandra
alex adam aaron austin brandon brian cameron carlos christian christopher chris claire daisy dennis diana edward eric
eleanor francis gabriel gareth gemma graham heather helen henry holly isabella jeremy karen kevin kelly kimberly kitty
leanne liam linda lisa lucas lucy luke maggie marcus margaret maria marie marina mark martin mary megan mercedes molly
morgan natalie nathan nicholas nigel nikita oscar patrick paul pauline peter philip phoebe poppy ruby ryan scott sean
sebastian simon stephen steven stuart susan tara taylor thomas tiffany tigger timothy tommy tracey tyler vanessa veronica
vincent virginia walter wayne wendy willow zachary zoe mohammed muhammad ahmed fatima aisha priya anil ravi singh patel
arsenal chelsea liverpool everton manchester manutd mancity tottenham spurs newcastle sunderland leeds leedsunited rangers
celtic westham villa astonvilla wolves derby forest burnley blackburn barcelona realmadrid juventus united city rovers
england scotland wales ireland britain london bristol birmingham sheffield nottingham leicester liverpoolfc york cardiff
glasgow edinburgh dublin paris america canada australia germany france italy spain brazil india pakistan nigeria
monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october
november december spring summer autumn winter christmas easter halloween birthday holiday weekend morning evening today
tomorrow yesterday
red blue green yellow orange purple pink black white silver golden gold diamond crystal rainbow sunset sunflower flower
flowers rose roses lily daisy blossom garden forest river ocean mountain island beach summer snow snowball winter storm
thunder lightning sunny star stars moon moonlight sky angel angels heaven jesus christ church blessed faith hope believe
forever friend friends family mother father mum mummy daddy sister brother baby babygirl babyboy sweetheart sweet honey
sugar cookie chocolate cheese banana apple cherry strawberry peaches pepper ginger pumpkin butter biscuit coffee teapot
guinness whisky beer vodka pizza chicken bacon sausage
tiger lion eagle falcon hawk phoenix wolf wolfpack panther cougar leopard jaguar bear teddy teddybear bunny rabbit kitten
kittens cat cats puppy puppies doggie dog dogs buster buddy bailey barney benji bella coco lola lucky max milo oscar
rocky rex sam sammy shadow smokey snoopy sooty tigger toby whiskers horse horses pony butterfly dolphin dolphins penguin
elephant donkey monkeys turtle spider snake frog duck goose cow
computer internet network laptop desktop windows office microsoft google facebook twitter instagram linkedin youtube
amazon apple android iphone samsung nokia sony playstation nintendo xbox minecraft fortnite roblox gamer games server
system security secure private hacker hacked cyber cyberpunk digital data database backup software hardware printer
router wifi keyboard mouse monitor website email mail phone mobile telephone
ferrari porsche mercedes bmw audi ford fordfiesta mustang corvette camaro chevy toyota honda yamaha suzuki kawasaki
harley mini jaguar bentley landrover vauxhall volvo
hello helloworld hithere goodbye thankyou thanks please sorry sorted bollocks bugger fuckyou fuckoff fuckme fuck shit
bitch asshole bastard wanker sexy sex hottie hotgirl badboy badgirl naughty pussy cock dick
abc abcd abcde abcdef abcdefg abcdefgh abcabc aaa xxx zzz
money cash dollar dollars pound pounds bank rich winner win lucky happy happiness smile smiley laugh funny crazy mental
cool awesome amazing beautiful gorgeous pretty perfect power strong warrior knight wizard magic merlin gandalf frodo
hobbit potter harrypotter hogwarts gryffindor slytherin dumbledore voldemort hermione yoda vader skywalker jedi sith
doctor doctorwho tardis sherlock watson bond jamesbond elvis beatles metallica nirvana eminem beyonce adele coldplay
oasis queen music guitar piano drums drummer dance dancer dancing singer rock rocknroll metal
school college university student teacher nurse nursing matron medic medical medicine surgery surgeon hospital ambulance
paramedic patient patients doctor doctors consultant clinic clinical health healthcare healthy ward pharmacy pharmacist
midwife theatre radiology pathology emergency service services trust foundation community england national board
manager management director finance work working worker job office desk team staff house home kitchen bedroom
nothing something anything everything nobody somebody anybody everybody noone someone whoever never always maybe
enter open sesame opensesame abracadabra mypassword mypass newpassword oldpassword yourpassword thepassword nopassword
passwordpassword password one two three four five six seven eight nine ten hundred thousand million first second third
number numbers onetwothree blink cocacola pepsi starbucks mcdonalds tesco asda sainsburys marmite cadbury nutella
liverbird redsox yankees cowboys lakers steelers packers dolphins broncos giants eagles patriots redskins raiders
`;

/** Rows that a finger runs along. */
export const RUNS = [
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "1234567890",
  "abcdefghijklmnopqrstuvwxyz",
  "qazwsxedcrfvtgbyhnujmikolp",
];

export const commonPasswords: ReadonlySet<string> = new Set(WORDS.split(/\s+/).filter(Boolean));
