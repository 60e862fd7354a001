import { expect, test } from 'vitest';
import { diskOf, placeOf } from './place.ts';

const at = (path: string, disk: string | null = 'ext4', marked: string | null = null) => placeOf({ path, disk, marked });
const synchronised = (service: string) => ({ kind: 'synchronised', service });

test('a folder that a service synchronises is known by the name that the service gives it, on each system', () => {
  for (const [path, service] of [
    ['C:\\Users\\ada\\OneDrive - Organisme Fictif\\store', 'OneDrive'],
    ['C:\\Users\\ada\\OneDrive\\store', 'OneDrive'],
    ['/Users/ada/Dropbox/store', 'Dropbox'],
    ['/Users/ada/Dropbox (Organisme)/store', 'Dropbox'],
    ['/Users/ada/Library/Mobile Documents/com~apple~CloudDocs/store', 'iCloud'],
    ['C:\\Users\\ada\\iCloudDrive\\store', 'iCloud'],
    ['/home/ada/Nextcloud/store', 'Nextcloud'],
    ['/home/ada/ownCloud/store', 'ownCloud'],
    ['G:\\Mon Drive\\store', 'Google Drive'],
    ['/Users/ada/Library/CloudStorage/GoogleDrive-ada@example.org/store', 'Google Drive'],
    ['/Users/ada/kDrive/store', 'kDrive'],
  ] as const)
    expect(at(path), path).toEqual(synchronised(service));
});

test('a mark that a service left above the folder tells it, whatever the folder is called', () => {
  expect(at('/home/ada/Documents/store', 'ext4', 'Syncthing')).toEqual(synchronised('Syncthing'));
});

test('a disk of the network is known by its system on Linux and by its path on Windows', () => {
  for (const disk of ['nfs4', 'nfs', 'cifs', 'smb3', '9p', 'fuse.sshfs', 'fuse.rclone', 'fuse.gvfsd-fuse'])
    expect(at('/mnt/jury', disk), disk).toEqual({ kind: 'network' });
  for (const path of ['\\\\serveur\\partage\\store', '//serveur/partage/store', '\\\\?\\UNC\\serveur\\partage\\store'])
    expect(at(path, null), path).toEqual({ kind: 'network' });
});

test('a folder of this computer is said to be one: an external disk, an encrypted folder, a name that only resembles', () => {
  for (const [path, disk] of [
    ['/home/ada/.config/Délibéré/store', 'ext4'],
    ['/media/ada/CLE/store', 'fuseblk'],
    ['/home/ada/coffre/store', 'fuse.gocryptfs'],
    ['C:\\Users\\ada\\AppData\\Roaming\\Délibéré\\store', null],
    ['\\\\?\\C:\\Users\\ada\\store', null],
    ['/home/ada/Dropbox-ancien/store', 'btrfs'],
    ['/home/megane/store', 'ext4'],
  ] as const)
    expect(at(path, disk), path).toEqual({ kind: 'local' });
});

test('the system of a disk is that of the nearest mount, its spaces read', () => {
  const mountinfo = [
    '22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw',
    '31 22 0:27 / /home/ada/partage\\040commun rw - cifs //serveur/partage rw',
    '32 22 0:28 / /home/ada/partage rw - tmpfs tmpfs rw',
  ].join('\n');
  expect(diskOf('/home/ada/store', mountinfo)).toBe('ext4');
  expect(diskOf('/home/ada/partage commun/store', mountinfo)).toBe('cifs');
  expect(diskOf('/home/ada/partage/store', mountinfo)).toBe('tmpfs');
  expect(diskOf('/home/ada/partage', '')).toBeNull();
});
