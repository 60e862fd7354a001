import type { StorePlace } from './store.ts';

/** What services leave at the root of a folder that they copy elsewhere: the name of a file or folder, and the service. */
export const markersOf: readonly { readonly name: string; readonly service: string }[] = [
  { name: '.dropbox', service: 'Dropbox' },
  { name: '.dropbox.cache', service: 'Dropbox' },
  { name: '.nextcloudsync.log', service: 'Nextcloud' },
  { name: '.owncloudsync.log', service: 'ownCloud' },
  { name: '.seafile-data', service: 'Seafile' },
  { name: '.SynologyWorkingDirectory', service: 'Synology Drive' },
  { name: '.stfolder', service: 'Syncthing' },
  { name: '.tmp.drivedownload', service: 'Google Drive' },
];

/** The names that services give to the folder that they copy, in the languages that they give them. */
const named: readonly (readonly [name: RegExp, service: string])[] = [
  [/^OneDrive(?: ?[-–] .+)?$|^SkyDrive$/i, 'OneDrive'],
  [/^Dropbox(?: \(.+\))?$/i, 'Dropbox'],
  [/^(?:iCloud ?Drive|iCloudDrive|Mobile Documents|com~apple~CloudDocs)$/i, 'iCloud'],
  [/^Nextcloud\d*$/i, 'Nextcloud'],
  [/^ownCloud\d*$/i, 'ownCloud'],
  [/^(?:Google ?Drive|GoogleDrive-.+|Mon Drive|My Drive|DriveFS)$/i, 'Google Drive'],
  [/^kDrive\d*$/i, 'kDrive'],
  [/^pCloud ?Drive$/i, 'pCloud'],
  [/^(?:Proton ?Drive|ProtonDrive-.+)$/i, 'Proton Drive'],
  [/^MEGA(?:sync)?$/, 'MEGA'],
  [/^Seafile$/i, 'Seafile'],
  [/^SynologyDrive$/i, 'Synology Drive'],
];

/** The systems of disks that lie on another machine, by the name that Linux gives them. */
const remote = /^(?:nfs\d?|cifs|smb\d?|smbfs|ncpfs|9p|afs|ceph|coda|davfs|glusterfs|lustre|vboxsf|vmhgfs|prl_fs|fuse\..+)$/;
/** What FUSE serves from a disk of this computer. */
const localFuse = /^fuse\.(?:ntfs-3g|exfat|ext2|gocryptfs|encfs|cryfs|securefs|veracrypt|bindfs|mergerfs|overlayfs|fuse-overlayfs|lxcfs)$/;

/** The system of the disk on which a path lies, by the text of /proc/self/mountinfo, or null. */
export const diskOf = (path: string, mountinfo: string): string | null => {
  const mounts = mountinfo.split('\n').flatMap((line) => {
    const [before, after] = line.split(' - ');
    const point = before?.split(' ')[4]?.replace(/\\(\d{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
    const type = after?.split(' ')[0];
    return point !== undefined && type !== undefined && `${path}/`.startsWith(point.endsWith('/') ? point : `${point}/`) ? [{ point, type }] : [];
  });
  return (
    mounts.reduce<(typeof mounts)[number] | null>((best, each) => (best === null || each.point.length >= best.point.length ? each : best), null)?.type ?? null
  );
};

/** Where a folder lies: `disk` is the name of its system, when the machine tells it; `marked` the service of which a mark was found. */
export const placeOf = (given: { readonly path: string; readonly disk: string | null; readonly marked: string | null }): StorePlace => {
  const service = given.marked ?? given.path.split(/[\\/]/).flatMap((part) => named.filter(([name]) => name.test(part)).map(([, called]) => called))[0];
  if (service !== undefined) return { kind: 'synchronised', service };
  const isShare = /^(?:\\\\|\/\/)[^\\/?.]/.test(given.path) || /^\\\\\?\\UNC\\/i.test(given.path);
  return isShare || (given.disk !== null && remote.test(given.disk) && !localFuse.test(given.disk)) ? { kind: 'network' } : { kind: 'local' };
};
