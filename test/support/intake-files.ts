/** Members whom nobody has met, and files of them. */
const FIRST = [
  ...['Adaeze', 'Bryn', 'Callum', 'Delyth', 'Ewan', 'Farida', 'Gethin', 'Harriet', 'Imogen', 'Jasvir'],
  ...['Keir', 'Leonie', 'Morwenna', 'Nadia', 'Oswin', 'Petra', 'Quentin', 'Rosalind', 'Suresh', 'Tamsin'],
  ...['Ursula', 'Vikram', 'Winifred', 'Xanthe', 'Yusuf', 'Zelda', 'Aled', 'Beatrix', 'Conor', 'Dorcas'],
  ...['Elspeth', 'Fergus', 'Greta', 'Hamish', 'Iona', 'Joss', 'Kirsty', 'Lachlan', 'Mabel', 'Ned'],
  ...['Olwen', 'Piers', 'Romilly', 'Silas', 'Thea', 'Una', 'Verity', 'Wilf', 'Yvaine', 'Zachary'],
  ...['Alban', 'Bronwen', 'Cerys', 'Dilys', 'Edmund', 'Ffion', 'Gareth', 'Hester'],
];
const LAST = [
  ...[
    'Ashdown',
    'Brackley',
    'Cotterell',
    'Dunmore',
    'Eastwick',
    'Farrow',
    'Gorsley',
    'Hathersage',
    'Inglewood',
  ],
  ...['Jessamy', 'Kettlewell', 'Lindqvist', 'Marchbank', 'Netherby', 'Okonjo', 'Pargeter', 'Quarrington'],
  ...[
    'Ravensworth',
    'Selwyn',
    'Thistlewood',
    'Underhay',
    'Varley',
    'Wetherby',
    'Yardley',
    'Zouche',
    'Amberley',
  ],
  ...[
    'Birdsall',
    'Crowhurst',
    'Dewhirst',
    'Ellerby',
    'Fenwick',
    'Gathercole',
    'Holroyd',
    'Ivinghoe',
    'Jorvik',
  ],
  ...[
    'Knapton',
    'Loxley',
    'Mossdale',
    'Nunnington',
    'Ottershaw',
    'Pickering',
    'Quenby',
    'Rushmere',
    'Stainforth',
  ],
  ...['Tolleshunt', 'Upwood', 'Vellacott', 'Wolsingham', 'Yelverton', 'Zennor', 'Aldbrough', 'Bellerby'],
  ...['Carperby', 'Dalton', 'Egglescliffe', 'Finghall', 'Grewelthorpe', 'Hunton', 'Ingleby', 'Kirklington'],
  ...['Leyburn', 'Masham', 'Newsham', 'Osmotherley', 'Patrick', 'Redmire', 'Sinderby', 'Thirn', 'Well'],
  ...[
    'Aske',
    'Barningham',
    'Caldbergh',
    'Downholme',
    'Ellerton',
    'Forcett',
    'Gayles',
    'Hauxwell',
    'Hipswell',
  ],
  ...['Hudswell', 'Kiplin', 'Layton', 'Melsonby', 'Moulton', 'Ravenseat', 'Skeeby', 'Tunstall', 'Whashton'],
  ...['Winston', 'Yafforth', 'Appleton', 'Brough', 'Catterick', 'Cowton', 'Eryholme', 'Hornby', 'Langton'],
];

/** Number n of more than five thousand people, no two of one name. */
export function personNumber(n: number): { readonly name: string; readonly email: string } {
  const first = FIRST[n % FIRST.length] ?? '';
  const last = LAST[Math.floor(n / FIRST.length)] ?? '';
  if (last === '') throw new Error(`There are no ${n} people.`);
  return { name: `${first} ${last}`, email: `${first}.${last}@members.example`.toLowerCase() };
}

export const INTAKE_HEAD = 'council,name,email,standing,polling-day,became-member-on,group,external-id';

/** The rows of so many members who were elected on a day, shared out among councils in turn. */
export function electedRows(slugs: readonly string[], count: number, pollingDay: string, from = 0): string[] {
  return Array.from({ length: count }, (_, index) => {
    const { name, email } = personNumber(from + index);
    const slug = slugs[index % slugs.length] ?? '';
    const group = ['Harbour Group', 'Riverside Independents', ''][index % 3] ?? '';
    return [slug, name, email, 'elected', pollingDay, '', group, `E${from + index}`].join(',');
  });
}

export const intakeCsv = (rows: readonly string[], head = INTAKE_HEAD): Buffer =>
  Buffer.from([head, ...rows, ''].join('\r\n'));
