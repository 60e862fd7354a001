import { french } from './french.ts';
/** What the project's own scripts say in a terminal, in French. */
export const runtimeWords = {
  downloadingElectron: french('Electron : téléchargement de la version officielle…'),
  officialUnreachable: french('Electron officiel hors d’atteinte : préparation du moteur d’essai (une seule fois, environ deux minutes)…'),
  fetchingStandIn: french('Moteur d’essai : téléchargement depuis le registre npm (196 Mo)…'),
  unpackingStandIn: french('Moteur d’essai : mise en place…'),
  compilingStore: french('Base chiffrée : compilation pour le moteur d’essai (environ 80 secondes)…'),
  building: 'Construction de l’application…',
  noSpelling: french(
    'Orthographe : le convertisseur de dictionnaires (qwebengine_convert_dict) n’est pas sur cette machine ; le programme est construit sans elle.',
  ),
  packaged: (folder: string): string => `Programme prêt\u00A0: ${folder}`,
  fuses: {
    columns: ['Fusible', 'Décidé', 'Dans le programme', 'Conforme'],
    states: { on: 'allumé', off: 'éteint', absent: 'absent de cette version' },
    agreement: { yes: 'oui', no: 'NON' },
  },
  opening: 'Délibéré s’ouvre.',
  noDisplay: 'Aucun écran n’est disponible ici\u202F: la session de démonstration est jouée sans fenêtre.',
  wrongSum: 'Le paquet du moteur d’essai n’a pas l’empreinte attendue\u202F: il est refusé et rien n’est installé.',
  noElectronHere: (platform: string): string =>
    `Electron officiel est hors d’atteinte et aucun moteur d’essai n’existe pour ${platform}\u202F: reliez cette machine à internet puis relancez la commande.`,
  installing: (packages: readonly string[]): string => `Paquets système manquants, installation\u00A0: ${packages.join(', ')}…`,
  mustInstall: (packages: readonly string[]): string =>
    `Il manque des paquets système\u202F; installez-les puis relancez\u00A0: sudo apt-get update && sudo apt-get install -y ${packages.join(' ')}`,
  couldNotInstall: (packages: readonly string[]): string =>
    `L’installation des paquets système a échoué\u202F; essayez à la main\u00A0: apt-get update && apt-get install -y ${packages.join(' ')}`,
  noApt: (packages: readonly string[]): string =>
    `Il manque des bibliothèques système et apt-get n’existe pas ici\u202F; installez l’équivalent de\u00A0: ${packages.join(' ')}`,
  silence: ({ cut, logs, contacts }: { readonly cut: boolean; readonly logs: number; readonly contacts: readonly string[] }): readonly string[] => [
    cut
      ? 'Réseau\u00A0: les parcours ont tourné dans un espace sans réseau, où chaque trame sortante est comptée.'
      : 'Réseau\u00A0: cette machine ne permet pas de couper le réseau (unshare -n, ip)\u202F; seuls les journaux de Chromium ont été lus.',
    contacts.length === 0 ? `Réseau\u00A0: ${logs} journaux de Chromium lus, aucune demande.` : `Réseau\u00A0: ${contacts.length} contacts\u00A0:`,
    ...contacts,
  ],
  commandFailed: (command: string): string => `La commande a échoué\u00A0: ${command}`,
} as const;
