<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>AccountDialog</name>
    <message>
        <source>Give the account a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another account has this name. Choose a different one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the address of the provider&apos;s API.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a complete web address, such as https://api.example.com/v1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address must begin with https://, or others could read the token on its way. Only an address on this computer may begin with http://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored token could not be read from the system&apos;s keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock the keychain and try again, or enter the token again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account could not be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was stored before is unchanged, and what you typed is still here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the details: the settings on this computer may be write-protected or the disk full. Then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token could not be stored in the system&apos;s keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain has not answered yet; it may be asking for its password. The account is not saved, and what you typed is still here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock the keychain and try again, or keep the token in memory until Snapdeck ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain is locked, missing or refuses. The account is not saved, and what you typed is still here. Snapdeck never writes a token to a file instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock or start the keychain and try again, or keep the token in memory until Snapdeck ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This token may read, but change nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshots will be shown; taking, rolling back and removing them will be refused by the provider. Nothing is saved yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a token that may write, or save this one for looking only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something answers there, but not this API.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A web server answers there, but not this API (HTTP status %1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a server, but no API of this kind at this path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The API was not found. The token was sent nowhere, and nothing is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>• %1: %2</source>
        <comment>an address and what was found there</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the connection, or enter the address that the operator tells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave user name, password, “?” and “#” out of the address. The credential has fields of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill in this field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are blanks inside it. Copy it again, without the text around it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a line break inside it: more than one line was copied. Copy it again, alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are characters in it that can&apos;t belong to it, such as accents, typographic dashes or tabs. Copy it again from the provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you typed is unchanged. Mend the file, or fill in the fields by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filled in from %1 in %2. Nothing is saved until you test and save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of its own authority goes with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prices could not be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those before are unchanged, and what you typed is still here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings on this computer may be write-protected or the disk full. Then try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AccountForm</name>
    <message>
        <source>Left empty, these are tried in turn, without the token: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found among the known addresses</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AccountTitle</name>
    <message>
        <source>%1 · %2</source>
        <comment>provider and account</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActionReasons</name>
    <message>
        <source>This snapshot is no longer there. Refresh to see what is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a snapshot first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select one snapshot only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server or volume is no longer there. Refresh to see what is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect an account first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no server or volume yet to take a snapshot of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select one or more snapshots first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account could not be reached when it was last refreshed. Refresh it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is about to be removed. Undo that first, or wait.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActivityTable</name>
    <message>
        <source>%1
ID %2</source>
        <comment>a name, then its id</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server or volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it was begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of the snapshot, as it was then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of the server or volume, as it was then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much there was to copy, as far as it was known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account, as it was called then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The user of this computer who asked for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it ended, or how it stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>two points in time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The size was not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody&apos;s name was written down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>when, what is done to what, and its result</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActivityText</name>
    <message>
        <source>not begun</source>
        <comment>a step</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>requested</source>
        <comment>a step</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <comment>a step</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <comment>a step</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <comment>a step</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out</source>
        <comment>a step</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The user of this computer who asked for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a step and how it stands</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider&apos;s id of the request that failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider&apos;s id of the work for: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider&apos;s id of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider&apos;s id of the request for: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>Snapdeck takes no file or address: &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no appearance. Known are: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--tour drives the window by itself and therefore works with --demo only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--demo-url needs --demo and an address on 127.0.0.1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshots of every server and volume, in one table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try Snapdeck with simulated clouds. Touches no account, keychain or setting of yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With --demo: go through the main job and save pictures to FOLDER.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With --demo: use this simulated cloud.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print a line once the window is shown, one once it is filled, then end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--tour-file and --tour-entry belong together and to --tour, and a tour of a real cloud is none of the --demo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With --tour: go to a real cloud, that of an account in FILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account&apos;s name in FILE.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>App::AccountDesk</name>
    <message>
        <source>The account &quot;%1&quot; was not removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its credential is still in the keychain, and the account is still here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import an account</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>App::Application</name>
    <message>
        <source>Demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo could not be started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start Snapdeck with --demo in a terminal to see why.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>App::BusMessages</name>
    <message>
        <source>Show Snapdeck</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>App::ProfileDesk</name>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Import a profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profiles (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace the profile %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n accounts use it. They keep their token and the address that they are connected to.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Replace profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile %1 was replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile %1 was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is among the choices when you add an account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No profile was imported from %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. This is wrong with the file:
%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>file name, what is wrong in it</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n imported profiles can&apos;t be used.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Accounts go on working with the addresses that they stored. Mend the files or take them out of %1; nothing was changed in them:
%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A profile with the id “%1” was imported before. Its name, addresses, currency, prices and texts give way to those in %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>App::Tray</name>
    <message>
        <source>&amp;Show Snapdeck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapdeck: click to show the window</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Bill</name>
    <message>
        <source>d MMMM</source>
        <comment>a day, without year</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, for %2</source>
        <comment>money and hours</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starts when it is ready, and stops when it is removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from ready, about %1, until it is removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from ready to removal; the provider does not tell since when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known in this state; removing it stops the meter in any case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by the cycle %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from %1 on, when %2 is closed (UTC)</source>
        <comment>a day and a month&apos;s name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 GiB-h</source>
        <comment>size times hours</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 GB-h</source>
        <comment>size times hours</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not told by the provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So far in %1</source>
        <comment>a month&apos;s name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of %1</source>
        <comment>a month&apos;s name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of it is an estimate, without tax. Storage that your contract gives free is not taken off, since the provider&apos;s API does not tell it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, told for this snapshot; %2 by the price list</source>
        <comment>two prices</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, told for this snapshot</source>
        <comment>a price</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, as of %2</source>
        <comment>a web site and a date</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChoiceModel</name>
    <message>
        <source>%1, %2</source>
        <comment>between facts of a row</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. Can&apos;t be chosen: %2</source>
        <comment>facts of a row and why</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>account and continent</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Consequences</name>
    <message>
        <source>The disk is overwritten with the snapshot. Everything written since is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is overwritten with its state of %1. Everything written since, %2, is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is shut down first and started again afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is started first and shut down again afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is off while this runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 newer snapshot stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n newer snapshots stay.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 newer snapshot is removed by it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n newer snapshots are removed by it.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The volume %1 is not part of it and stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The volumes %1 are not part of it and stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The snapshot was not taken of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The snapshot was taken of %1, not of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider does not tell the snapshot&apos;s state; it may refuse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider calls the snapshot&apos;s state %1; it may refuse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take safety snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take protection off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shut down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its addresses stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its addresses may change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider may set a new administrator password. It is shown once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is attached to no server, and has to stay so until the rollback is over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create volume</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CopyEstimate</name>
    <message>
        <source>%1 GiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by the provider&apos;s own figure</source>
        <comment>a time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>usually %1 for %2 here</source>
        <comment>a time, a size</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider&apos;s own figure for the time it takes is %1; a large disk takes longer.</source>
        <comment>a time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It usually takes %1 for %2 here.</source>
        <comment>a time, a size</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to %L1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to %L1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %L1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %L1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1–%L2 h</source>
        <comment>from, to</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1–%L2 min</source>
        <comment>from, to</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CredentialImporter</name>
    <message>
        <source>The file %1 can&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 is larger than 1 MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of its authority can&apos;t be read. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no certificate in the file %1 that it names (cacert).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DisplayText</name>
    <message>
        <source>under %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 KiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 KB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 MiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 GiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM HH:mm</source>
        <comment>date without year</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy HH:mm</source>
        <comment>date with year</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 h %L2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 per GB and month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 per GB and hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 per hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 per month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>creating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>status of a snapshot</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>power state of a server</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>a name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <comment>automatic backups</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on, %1 % of the server&apos;s price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>day with year</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>day without year</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 per GiB and month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 per GiB and hour</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>Start it again when you want it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the value that the details name, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a new credential in the account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a credential that may write at the provider, and enter it in the account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the credential the missing right at the provider, or enter another one in the account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settle the payment at the provider, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove what is not needed, or have the provider raise the limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh to see what is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh, look at what has changed, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until the other action has ended, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the protection off first, if that is what you want.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again later; the provider&apos;s status page may say when.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a few minutes, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update Snapdeck.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network connection and the address in the account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network connection, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; if it stays slow, look at the provider&apos;s status page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check this computer&apos;s clock, and whether a proxy stands in between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh to see how things stand, then try again if need be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again later; the provider&apos;s support wants the request id in the details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; if it stays so, report it with what the details say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report it with what the details say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look whether the provider&apos;s own console can do it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the details, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two whole sentences</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider refused a value as not valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider does not accept the account&apos;s credential: it is wrong, expired or deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account&apos;s credential may read, but change nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account&apos;s credential lacks the right to do this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider wants a payment first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A limit of the account at the provider is reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider no longer has what was asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something else changed it at the same moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name is in use already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another action is running on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is protected at the provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider can&apos;t do this at the moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider has had too many requests of this account and asks to wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider no longer offers this call: this Snapdeck is too old for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider&apos;s address could not be found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address %1 could not be found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider could not be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host %1 could not be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host %1 did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider&apos;s certificate or secure connection was refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate or secure connection of %1 was refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection ended before the answer was complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider reports a fault of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider&apos;s answer could not be understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider&apos;s answer is larger than Snapdeck accepts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This provider can&apos;t do that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s keychain is locked, missing or refuses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cause is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP status: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request id: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account %1 could not be refreshed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed; the rows stay as they were last seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test of the account failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed at the provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh and look whether it took effect; repeat it only if it did not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s keychain could not be used for the account&apos;s credential.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds none for this account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent to the provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the credential in the account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server of the volume %1 could not be shut down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server %1 could not be shut down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server of the volume %1 could not be started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server %1 could not be started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The snapshot %1 of %2 could not be taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The volume %2 could not be rolled back to the snapshot %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server %2 could not be rolled back to the snapshot %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The snapshot %1 could not be removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The snapshot %1 could not be renamed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The protection of the snapshot %1 could not be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server %1 could not be switched on or off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not certain whether the snapshot %1 of %2 was taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not certain whether %2 was rolled back to the snapshot %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not certain whether the snapshot %1 was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not certain whether the snapshot %1 was renamed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not certain whether the protection of the snapshot %1 was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not certain whether the server %1 was switched on or off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No snapshot was taken; what is there is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk was not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The snapshot is still there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The snapshot keeps its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The protection is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server was left as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source is as it was; a snapshot that is listed as failed can&apos;t be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider had begun: the disk may hold the old state, the new one or neither.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The snapshot may be gone or still there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The snapshot has the old or the new name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The protection may be on or off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server may be running or off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The snapshot itself was taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk itself was rolled back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was asked for was done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request may have been carried out: its answer never came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider accepted the request and may still be working on it; how it ends can&apos;t be seen from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock the system&apos;s keychain, then try again, or enter the token once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room on the disk, or give Snapdeck the right to write, then try again; the details name the file&apos;s fault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer&apos;s disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapdeck may not write in its own folder on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program holds Snapdeck&apos;s file on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapdeck&apos;s file on this computer is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapdeck&apos;s file on this computer could not be read or written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh and look whether the server is off: if so, start it. Then roll back again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh and look whether the safety snapshot is listed, then roll back again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh and look whether the server is running, then roll back again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh and look whether the server is running: if not, start it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh and look, also in the provider&apos;s console, whether the server is back: if it is off and nothing works on it, start it. Look at what its disk holds before you roll back again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh and look at what the disk holds: roll back again only if that is not the state of the snapshot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rolling back without a safety snapshot is possible too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that is left to do is to start the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the server if it is to run until then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shut the server down from inside or in the provider&apos;s console, then roll back again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not certain whether the server of the volume %1 was shut down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not certain whether the server %1 was shut down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not certain whether the server of the volume %1 was started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not certain whether the server %1 was started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not certain whether the safety snapshot %1 of %2 was taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The safety snapshot %1 of %2 could not be taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server %2 could not be created from the snapshot %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not certain whether the server %1 was created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No server was created; the snapshot is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The snapshot is as it was. A new server may be listed; it is billed until it is removed in the provider&apos;s panel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request may have been carried out all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The safety snapshot %1 was taken and stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The safety snapshot %1 holds the state of before: roll back to it to return there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server was asked to stop for this and may still be off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is running again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is still running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server was not stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not certain whether the image for the server %1 was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image for the server %1 could not be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image that was saved for it stays, and is billed until it is removed in the provider&apos;s panel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was asked to shut down and was not seen to switch off in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No end was seen in the time that this takes at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not the snapshot any more that was confirmed: its number belongs to another one by now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapdeck ended while the removal could still be taken back, so it was not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room on the disk, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give Snapdeck the right to write the file that the details name, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the other program, or wait until it is done with the file that the details name, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start Snapdeck anew: it puts the damaged file aside, deletes nothing and begins a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The volume %2 could not be created from the snapshot %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not certain whether the volume %1 was created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No volume was created; the snapshot is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The snapshot is as it was. A new volume may be listed; it is billed until it is removed in the provider&apos;s panel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The snapshot is not ready at the provider, and a rollback to one that is not can leave the volume stuck: nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The volume has a newer snapshot, and this provider rolls back to the latest one only: nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another snapshot of the volume was taken within the same second. This provider rolls back to the latest one only, and which of the two that is can&apos;t be told: nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The volume is attached to a server, and this provider rolls back a volume only while it is attached to none: nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider is busy with the volume: nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The volume is in a state in which it can&apos;t be rolled back: nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The volume has been resized since the snapshot was taken, and this provider does not roll back across that: nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The snapshot is of another volume, and this provider rolls a volume back to its own ones only: nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until the snapshot is ready, then roll back again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh and look at the snapshot&apos;s status. If it does not become ready, roll back to another one, or ask the operator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh, then roll back to the latest one, or remove what is newer than this one first. Or make a new volume from this one.</source>
        <comment>snapshot</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the other one if it is not needed, then roll back again. Or make a new volume from this one.</source>
        <comment>snapshot</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detach the volume in the provider&apos;s panel, then roll back again. The disk that a server starts from can&apos;t be detached: make a new volume from the snapshot instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until the provider is done with the volume, then roll back again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The details name the volume&apos;s state. Have the operator bring it back in order, then roll back again, or make a new volume from the snapshot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new volume from the snapshot instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roll back to a snapshot of this volume, or make a new volume from this one.</source>
        <comment>snapshot</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportFile</name>
    <message>
        <source>The folder is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder may not be written in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no room left on its disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The activity could not be exported to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The snapshots could not be exported to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The servers and volumes could not be exported to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 A file that was there before is as it was; the activity itself is not touched.</source>
        <comment>why, a whole sentence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 A file that was there before is as it was; nothing at your providers is touched.</source>
        <comment>why, a whole sentence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export it to another folder.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportWords</name>
    <message>
        <source>Table for spreadsheets (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON for scripts (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Items::ActivityModel</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 failed</source>
        <comment>number of entries</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 not certain</source>
        <comment>number of entries</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can&apos;t be read</source>
        <comment>number of entries</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Items::OperationsModel</name>
    <message>
        <source>%1: %2, %3</source>
        <comment>resource, what is done, how it stands</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>how it stands, how long it takes</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Items::ResourceModel</name>
    <message>
        <source>%1, %2</source>
        <comment>numbers of servers and volumes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n server(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n volume(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>two facts</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n without a good snapshot of the last 30 days</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Items::ResourceTreeModel</name>
    <message>
        <source>All snapshots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ACCOUNTS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>…</source>
        <comment>loading</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <comment>no good snapshot</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The snapshots of every account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the last refresh failed. What is shown is from before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: no snapshots at this provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: last good snapshot %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: no good snapshot yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, loading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 snapshots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>name and kind</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, last good snapshot %3 old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, no good snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Servers and volumes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The servers and volumes of every account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>day and month</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the last refresh failed. What is shown is as of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: what is shown is as of %2, until a refresh succeeds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was done with this program, by whom, and how it ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 snapshots, as of %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JournalWords</name>
    <message>
        <source>The journal of operations can&apos;t be kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing new is sent to a provider until it can be written down. What was sent before goes on there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal of operations was damaged, and a new one has been begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was deleted: the damaged file was put aside. What Snapdeck had begun before goes on at the provider, and is not followed here any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh and look whether the last operations ended as they should.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal of operations was written by a newer Snapdeck.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can be read here, and not written: snapshots can be looked at, and nothing is sent that changes them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the newer Snapdeck, or install it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new root password of %1 may be lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapdeck or the connection ended before it could be shown, and it is kept nowhere. The server itself is as it should be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you can&apos;t log in with the password of before, reset it in the provider&apos;s console.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n entries of the activity can&apos;t be read.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>What is damaged stays in the file as it is. The entries below are whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n of them had not ended: what was asked for goes on at the provider, and is not followed here any more.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NameTemplate</name>
    <message>
        <source>pre-upgrade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before-migration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nightly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weekly</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewServer</name>
    <message>
        <source>The provider lists no server types.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No server type has the %1 of disk that the snapshot needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No server type in %1 fits the snapshot. Each one says why; another location may have one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No server type fits the snapshot. Each one says why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 GiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too small: %1 needed.</source>
        <comment>a disk</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The snapshot is for %1.</source>
        <comment>kind of processor</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sold at present.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sold in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sold out at present.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sold out in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Announced: nothing can be ordered there yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The snapshot is for %1 processors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The snapshot needs at least %1 of disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The snapshot needs at least %1 of disk and is for %2 processors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server types are still being read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server types could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a location.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a server type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 an hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider tells no price for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimate, without tax: about %1 a month (%2 h). From when it is created until you remove it at the provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimate, without tax. From when it is created until you remove it at the provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Nothing was changed.</source>
        <comment>after a whole sentence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A copy of all that the snapshot holds, host name, passwords and scheduled jobs too, but with addresses of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A copy of %1 as it was %2, with the same host name, passwords and scheduled jobs, but addresses of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Attached volumes are not part of it.</source>
        <comment>after whole sentences</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experimental: the provider&apos;s documents leave open whether this works. Look at the new server before you rely on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An image is saved of the snapshot first. It stays, and is billed until you remove it in the provider&apos;s panel.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewVolume</name>
    <message>
        <source>A copy of all that the snapshot holds, attached to no server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A copy of %1 as it was %2, attached to no server.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OpenStackClients</name>
    <message>
        <source>%1 (block storage, region %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (servers, region %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (images, region %2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OpenStackClouds</name>
    <message>
        <source>There is no %1 in it, neither here nor in secure.yaml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its auth_url is no complete web address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its auth_url does not begin with https://, so others could read the credential on its way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its auth_url holds a user name, a password, “?” or “#”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no auth_url in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes its address from the vendor profile “%1”, which is not read. Write the auth_url into it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It signs in by “%1”. Only passwords and application credentials can be used here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It names several regions. Left empty, every region of the cloud is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It turns the check of the server&apos;s certificate off (verify: false). Anybody on the way could take the credential, so it is not used. Give the certificate of the cloud&apos;s authority as cacert instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It signs in with a client certificate (cert, key), which can&apos;t be used here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its endpoints of the interface “%1” are used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its interface is none of public, internal and admin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It wants version %1 of Keystone. Only version 3 can be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It signs in to something else than a project (%1). Snapshots belong to projects.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no valid YAML here (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lists and maps stand too deep in one another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds more values than such a file can have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an alias stands within what it names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds more than one document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, line %2, column %3: %4</source>
        <comment>file, place in it, what is wrong there</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>file, what is wrong with it</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is larger than 1 MB, and so no file of clouds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no “clouds” with entries in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no cloud in clouds.yaml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it has an ID and no name, the ID stands in the field and is used as an ID. What is entered in its place is taken for a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file does not hold the password. Enter it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file does not hold the secret. Enter it here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OpenStackForms</name>
    <message>
        <source>Secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the secret. It was shown once, when the application credential was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the user&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Domain of the user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Application credential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can be revoked without changing a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the ID of the application credential.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Application credential by its name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the application credential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the name of the application credential.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User and password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An application credential is safer, where the cloud offers one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Domain of the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import from clouds.yaml…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clouds.yaml (*.yaml *.yml)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OperationNews</name>
    <message>
        <source>The snapshot %1 of %2 is taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%2 is rolled back to the snapshot %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The snapshot %1 is removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The snapshot %1 is renamed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The protection of the snapshot %1 is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server %1 is switched.</source>
        <comment>on or off</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server %2 is created from the snapshot %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two whole sentences: what failed, what it means for the data</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s) ended</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>All of them succeeded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n ended badly. Snapdeck&apos;s window tells why.</source>
        <comment>operations</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The volume %2 is created from the snapshot %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OperationText</name>
    <message>
        <source>copying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>restoring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>renaming</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changing the protection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starting the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopping the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>requested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finishing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 %</source>
        <comment>what is done, and percent</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changing the power state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taking %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rolling back to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removing %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>renaming %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>protecting %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taking the protection off %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saving the image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>creating the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>creating the server from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting for the account to be connected again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting for the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <comment>an operation</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <comment>an operation</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not certain</source>
        <comment>how an operation ended</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>creating the volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>creating the volume from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shut down server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power off server</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PriceNote</name>
    <message>
        <source>%1 (entered by you)</source>
        <comment>a price</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (by the operator&apos;s price list)</source>
        <comment>a price</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the price that you entered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the operator&apos;s price list, which may have changed since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a snapshot of it costs by the price that you entered, without tax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a snapshot of it costs by the operator&apos;s price list, without tax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a snapshot of it costs, without tax</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProfileLibrary</name>
    <message>
        <source>The file can&apos;t be read: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another file in the folder has the id “%1” already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This Snapdeck can&apos;t speak to “%1”. It can speak to: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is the id of a profile that Snapdeck brings along. Give this one another id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can&apos;t be written to %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProfileReader</name>
    <message>
        <source>It must be a text in quotation marks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It must not be empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>It is longer than %n characters.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>It must be on one line, without tabs and other characters that can&apos;t be seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This field is not known here. Known are: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This field is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a complete web address, such as https://api.example.com/v1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It must begin with https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It must begin with https://, or others could read the token on its way. Only an address on this computer may begin with http://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It must hold no user name and no password: a profile is no place for secrets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It must hold no “?” and no “#”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>It must be a list of at most %n addresses, in square brackets. It may be empty: the person types one then.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It must be an address in quotation marks, of at most %n characters.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>This address is in the list already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It must be a web page that begins with https://, without user name and password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>It must be an object with one member for each language, at most %n.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>English is missing: it is shown where a person&apos;s language is not among the texts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no code of a language, such as en, my or pt_BR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It must be an object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This Snapdeck reads version %1 of the format only. A newer one may read this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It must be the number %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It must be the three capital letters of a currency, such as EUR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A symbol needs the field currency beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1, column %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is larger than %1 KB, and so no profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is no valid JSON here: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is JSON, but no profile: a profile is one object in braces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field “%1” is there twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>place in a file and what is wrong there</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It must be an amount alone, such as 0.05: digits, with at most nine behind the point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It must be %1 or %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It must be a date, such as 2026-01-31.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It must hold serverSnapshot, volumeSnapshot or both.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProfileText</name>
    <message numerus="yes">
        <source>It may hold small letters a to z, digits and hyphens, at most %n characters.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProviderRegistry</name>
    <message>
        <source>Enter the token.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Providers::HetznerProvider</name>
    <message>
        <source>API token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>64 letters and digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made in the Hetzner Console: open the project, then Security, then API tokens. Choose Read &amp; Write; with a read-only token snapshots can be seen, but not taken, rolled back or removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One token reaches one project. Add one account for each project.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Providers::OpenStackProvider</name>
    <message>
        <source>Application credential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made in the operator&apos;s dashboard under Identity, Application Credentials. It reaches one project and can be deleted there at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An application credential reaches one project, a password every project of its user.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Providers::RaffProvider</name>
    <message>
        <source>API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the whole key, beginning with raff_</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made in the dashboard under API keys. Give the key a role in each project it shall reach: a role in the account alone shows no servers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One key reaches every project in which it has a role.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Providers::StackConsoleProvider</name>
    <message>
        <source>API token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the whole line, with its |</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made in the operator&apos;s portal: open your profile, then API, and create a personal access token. If the portal has no such page, ask the operator to enable API access for your account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One token reaches all projects of the account.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Refusals</name>
    <message>
        <source>The account&apos;s credential may read, but change nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another action is running on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The volume %1 is not attached to a server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server %1 is being switched on or off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has to be switched off first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has to be switched on first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The snapshot is still being made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The snapshot is being removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The snapshot was not made whole and can&apos;t be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This provider can&apos;t roll back a server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This provider can&apos;t roll back a volume.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its server no longer exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its volume no longer exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is protected against being rebuilt.</source>
        <comment>server or volume</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The snapshot needs a disk of %1; the disk of %3 has %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The snapshot is for %1 processors, but %3 has %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This provider has no snapshots of servers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This provider has no snapshots of volumes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshots can&apos;t be removed at this provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The snapshot is protected. Take the protection off first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshots can&apos;t be renamed at this provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshots can&apos;t be protected at this provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name can&apos;t contain line breaks or other control characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name has at most %1 characters here; this one has %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name has characters that this provider does not take.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name %1 is in use already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The operator offers no snapshots of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The operator has frozen %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The operator has suspended %1, mostly for an open bill.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server of the volume %1 is being switched on or off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it was taken of runs on this snapshot. Roll back to another one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A server is made from the snapshot of a server, and this is one of a volume.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This provider&apos;s API can&apos;t make a server from a snapshot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An image of it has to be saved first, and this provider saves one only while the server that the snapshot was taken of exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the snapshot of a server, not of a volume.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or make a new volume from this one.</source>
        <comment>snapshot</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two whole sentences</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy, HH:mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the one of %1</source>
        <comment>snapshot, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>snapshot, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This provider rolls back to the latest snapshot only, which is %1. Roll back to that one, or remove what is newer than this one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This provider rolls back a volume only while it is attached to no server. Detach it from %1 first, in the provider&apos;s panel, and attach it again afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk of %1 is a volume: roll back that volume instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk of %1 is the volume %2: roll back that volume instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disks of %1 are volumes: roll back the volumes %2 instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its data is in volume snapshots, and a server is not rebuilt from these. Roll back the volumes instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This provider&apos;s API can&apos;t make a volume from a snapshot. It can be rolled back into the volume that it was taken of, and into no other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This provider&apos;s API can&apos;t make a volume from a snapshot. It can be rolled back into a volume of the account, which is overwritten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This provider&apos;s API can&apos;t make a volume from a snapshot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This provider rolls back a volume only while it is attached to no server. If %1 starts from it, it can&apos;t be detached. Otherwise detach it first, in the provider&apos;s panel, and attach it again afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This provider rolls back a volume only while it is attached to no server, and %1 starts from this one: it can&apos;t be detached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new volume from this one instead.</source>
        <comment>snapshot</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new server from this snapshot, or a new volume from the volume snapshot that holds the data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new volume from the volume snapshot that holds the data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new server from this snapshot instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk of %1 is a volume.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk of %1 is the volume %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disks of %1 are the volumes %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This provider rolls back a volume only while it is attached to no server, and the one that a server starts from can&apos;t be detached.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Removals</name>
    <message numerus="yes">
        <source>%n snapshot(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <comment>removals</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not certain</source>
        <comment>removals</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <comment>removals</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; %2</source>
        <comment>how many removed; other ends</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two whole sentences: what failed, and why</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>will be removed in %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>will be removed, the first in %1 s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RemoveAccountQuestion</name>
    <message>
        <source>Its servers, volumes and snapshots stay at %1 as they are, and go on being billed there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the account %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapdeck no longer shows them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token is deleted from the system&apos;s keychain on this computer. It stays valid at the provider until you revoke it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can add the account again at any time, with a token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1 and leave its token?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token could not be deleted: the system&apos;s keychain is locked, missing or refuses. The account is still here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can unlock the keychain and remove the account then, with its token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed now, its token stays in the keychain until you delete it there. Revoke it at the provider if you no longer need it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove account, leave token</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResourceCover</name>
    <message>
        <source>If a change goes wrong, this server can&apos;t be rolled back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If a change goes wrong, this volume can&apos;t be rolled back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no snapshot yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>There is no good snapshot among its %n.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Its snapshots are still being loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This provider has no snapshots of servers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This provider has no snapshots of volumes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep copies of its data by other means.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last good snapshot is %1 old.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was written since %1 is in no snapshot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last good snapshot: just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last good snapshot: %1 ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its first snapshot is being taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A snapshot is being taken, and none of the others is good.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResourceTable</name>
    <message>
        <source>…</source>
        <comment>loading</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <comment>no good snapshot</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>location not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, project %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Location</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of the server or volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether it is a server or a volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The size of its disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether a server runs, and what a volume is attached to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it is, and its project where there are several</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account that owns it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How old its last good snapshot is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many snapshots of it there are, good or not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at %1</source>
        <comment>a volume at its server</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider does not tell the size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>account and provider</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attached to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>name and kind</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResourceTree</name>
    <message>
        <source>no snapshots at this provider</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SafetySnapshot</name>
    <message>
        <source>This provider rolls back to the latest snapshot only, and a safety snapshot would be the latest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rollback removes newer snapshots here, and a safety snapshot would be one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here a snapshot is taken only while the server runs. Start it first, or go on without.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here a snapshot is taken only while the server is off. Shut it down first, or go on without.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before rollback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The operator sells no snapshots for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The operator sells several plans for it. Take a snapshot step by step first, or go on without.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it would be billed is not known. Take a snapshot step by step first, or go on without.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SecondTake</name>
    <message>
        <source>Take another snapshot of %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The snapshot %1 of it is being taken already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other one is taken after it, and both are billed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take another snapshot</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ServerTypeModel</name>
    <message>
        <source>not told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, cores: %2, memory: %3, disk: %4</source>
        <comment>a server type</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>facts of a row and its price</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. Can&apos;t be chosen: %2</source>
        <comment>facts of a row and why</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price, estimate</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>The simulated cloud did not start: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A temporary folder is needed, and none could be made: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SnapshotFacts</name>
    <message>
        <source>d MMM yyyy, HH:mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not told by the provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ago, %2</source>
        <comment>age and UTC</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>known when it is ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Location</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider keeps a snapshot&apos;s location with its source, which no longer exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider tells no location.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <comment>is protected</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <comment>is protected</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can&apos;t be removed until the protection is lifted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volumes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attached to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <comment>no good snapshot</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, without a unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Past its date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Past that its removal is proposed. It is never removed by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to be removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its removal is confirmed and not sent yet: it can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VM snapshot %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VM snapshot %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>volume %1</source>
        <comment>a server&apos;s disk</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a volume</source>
        <comment>a server&apos;s disk</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A snapshot of this server is one of each of its volumes, and each is rolled back by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SnapshotParts</name>
    <message>
        <source>1 volume snapshot that holds data of these stays, and is billed until it is removed too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n volume snapshots that hold data of these stay, and are billed until they are removed too.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Its volume snapshot stays, and is billed until it is removed too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Its %n volume snapshots stay, and are billed until they are removed too.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The VM snapshot %1 is made of some of these and can&apos;t be used without them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The VM snapshots %1 are made of some of these and can&apos;t be used without them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The VM snapshot %1 is made of it and can&apos;t be used without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The VM snapshots %1 are made of it and can&apos;t be used without it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SnapshotTable</name>
    <message>
        <source>server removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>volume removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 %</source>
        <comment>status and percent</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The size is known once the snapshot is ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider does not tell the size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, of a disk of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider is still making this copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copy is complete and can be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider is removing this copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider does not tell the state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider calls the state %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider does not tell what this is a snapshot of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its server no longer exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its volume no longer exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its server %1 no longer exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its volume %1 no longer exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>location and its short name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider keeps no location of a snapshot, and its server no longer exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider keeps no location of a snapshot, and its volume no longer exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider tells no location, neither of the snapshot nor of its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No price is known for this snapshot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimate: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimate: %1 × %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The size is not known yet. It costs %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timestamp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Location</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The snapshot&apos;s name or description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it was taken, in your time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is stored and billed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the provider says of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server or volume it is a copy of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether it is of a server or a volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it is kept, else where its source is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimate of what it costs a month, without tax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account that owns it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, protected against removal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider does not tell when.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A snapshot of a server&apos;s disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A snapshot of a volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>account and provider</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, protected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copy is complete. What it was taken of runs on it, so it can&apos;t be removed now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider could not make this copy. It can&apos;t be used; removing it loses nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider gives the size without a unit: nothing is worked out from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to be removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept until %1; past that its removal is proposed. It is never removed by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until %1</source>
        <comment>kept</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>past %1</source>
        <comment>the day it was to be kept until</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, kept until %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, past its date, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, to be removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its removal is confirmed and not sent yet: it can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The size of the volume snapshot that holds its data, which is listed by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The sizes of the %n volume snapshots that hold its data added up. Each is listed by itself.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>What it costs is the price of the volume snapshots that hold its data, which are listed by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SnapshotsOrBackups</name>
    <message>
        <source>There are no snapshots of servers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshots of a server go when the server is removed: keep a backup elsewhere before you remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshots of a server outlive the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A server&apos;s snapshot leaves out the volumes that are attached to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a running server can be snapshotted. The copy is as after a power failure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copy of a running server is as after a power failure; that of a stopped one is whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rollback of a server removes its newer snapshots.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no snapshots of volumes: their data needs a backup of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshots of a volume go when the volume is removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshots of a volume outlive the volume.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds a whole disk as it was at one moment, and brings all of it back in minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lies at the same provider, in the same account. Who loses the account loses it too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is taken by hand, and costs until it is removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is made on a schedule and kept for a while, best in another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brings back a single file or a state of weeks ago, and a server whose provider is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes longer to come back from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which one when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before an upgrade, a migration or anything else that may go wrong: a snapshot. Remove it once all is well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Against deletion, attack, fire, or a mistake that shows weeks later: a backup. A snapshot is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a database: a dump of its own, besides either.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No new server can be made from a snapshot: it is rolled back into one that exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new server can be made from a snapshot by way of an image, which stays and is billed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new server can be made from a snapshot of a server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider&apos;s documents leave open whether a new server can be made that way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No new volume can be made from a snapshot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No new volume can be made from a snapshot; a volume can only be rolled back to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new volume can be made from a snapshot of a volume.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourceTreeModel</name>
    <message>
        <source>%1, %2</source>
        <comment>between facts of a row</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, attached to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. Can&apos;t be chosen: %2</source>
        <comment>facts of a row and why</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attached to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SshPublicKey</name>
    <message>
        <source>This is not a public SSH key. It is one line that begins with a word like ssh-ed25519, mostly in a file whose name ends in .pub.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That was a private key: it was not kept and goes nowhere. Paste the public one, mostly in a file whose name ends in .pub.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A public SSH key is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only one key can be given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is cut off: its long middle part is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is damaged or cut off. Copy the whole line again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TableState</name>
    <message>
        <source>Loading snapshots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading %1 of about %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the providers what there is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No snapshot matches the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 of %1 shown for %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing could be loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing at the provider has changed. The message above says what failed and what to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connected providers make snapshots of servers only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connected providers make snapshots of volumes only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A snapshot costs %1, estimate without tax.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No volume snapshots here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No VM snapshots here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A snapshot keeps the disk as it is now, to go back to after a change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No snapshots yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no snapshot yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No volume snapshots yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No VM snapshots yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect your first account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapdeck shows the snapshots of every server and volume in one table, with the price on every row. Have a look at the demo first: it runs on this computer and costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no snapshots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No server or volume matches the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading servers and volumes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No servers or volumes yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connected accounts have none. What you make at a provider is here after the next refresh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been done yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is taken, rolled back or removed with this program is listed here, with who asked for it and how it ended. It stays when the snapshot, its server or the account has gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No entry matches the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 of %1 shown.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TakeChoices</name>
    <message>
        <source>There is no server or volume here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No server or volume here can be snapshotted now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Announced: nothing can be ordered there yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshots are billed by one cycle only: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshots are not billed by this cycle.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TakeDraft</name>
    <message>
        <source>Choose a location.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a server or volume.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The operator offers no billing cycle for snapshots, so none can be taken. Ask its support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a billing cycle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account of %1 is no longer connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no longer there. Choose another server or volume.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TakeLimit</name>
    <message>
        <source>%1 GiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>so many snapshots, location</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has %2.</source>
        <comment>server or volume, so many snapshots</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project has %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project uses %1.</source>
        <comment>gigabytes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account has %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account uses %1.</source>
        <comment>gigabytes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 may have no snapshots. Ask the operator for some.</source>
        <comment>server or volume</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project may have no snapshots. Ask the operator for some.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account may have no snapshots. Ask the operator for some.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has %2; remove one, or ask the operator for more.</source>
        <comment>server or volume, so many snapshots</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project has %1; remove one, or ask the operator for more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account has %1; remove one, or ask the operator for more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>used of all gigabytes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of 1 snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 snapshots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two whole sentences</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk of %1 has %2: the provider may refuse the snapshot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>A snapshot of %1 takes one of each of its %n volumes, and the account has %2; remove some, or ask the operator for more.</source>
        <comment>server, so many snapshots</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A snapshot of %1 takes one of each of its %n volumes, and the project has %2; remove some, or ask the operator for more.</source>
        <comment>server, so many snapshots</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A snapshot of %1 takes one of each of its %n volumes.</source>
        <comment>server</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is left of it: the provider may refuse the snapshot.</source>
        <comment>gigabytes</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TakePrice</name>
    <message>
        <source>Without tax: %1, the whole disk, at %2. From when it is ready until you remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 an hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1 a month (%2 h), estimate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider tells no price for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimate, without tax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without tax, whatever its size. From when it is ready until you remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most %1 a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TakeRefusal</name>
    <message>
        <source>The provider does not take this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name; the details have the provider&apos;s words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider no longer sells snapshots by this plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prices are being read again. Look which plans there are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider does not bill snapshots by this cycle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prices are being read again. Look which cycles there are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another operation on %1 runs first…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is being shut down first…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is being started…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the provider…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two whole sentences</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another server or volume.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TakeText</name>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume or server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which server?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which volume?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which volume or server?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>location and country</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · account %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>name and size</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>server and its power state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, not attached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, attached to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No location told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 server</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n servers</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n volumes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>servers and volumes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in use</source>
        <comment>state of a volume</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>free</source>
        <comment>state of a volume</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Location</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Billing and review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where is the server or volume?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which account?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which project?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is the snapshot called?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The operator sells no plan for VM snapshots in %1, so none can be taken there. Its support can add one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The operator sells no plan for snapshots of this volume in %1, so none can be taken of it. Its support can add one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed prorata</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first invoice covers the rest of the running period</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::AccountDialog</name>
    <message>
        <source>Add an account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the account %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test and save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking %1… Nothing is saved yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving the account…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untested, the account is saved as you typed it. Snapdeck asks the provider at the next refresh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep for this session only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is written anywhere. Account and token are gone when Snapdeck ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for the API. No token is sent yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for the API at %1… No token is sent yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::AccountForm</name>
    <message>
        <source>&amp;Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Address of the API</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>name of a provider and a number</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::Actions</name>
    <message>
        <source>%1 (%2)</source>
        <comment>what it does and its keys</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take snapshot…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Roll back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roll back to the selected snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;move…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the selected snapshots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the selected snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Protect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protect the selected snapshot against removal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the provider&apos;s IDs of the selected snapshots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;fresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask every provider again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add account…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect an account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit account…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove a&amp;ccount…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the account out of this program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search or filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show every snapshot again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the details at the side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu &amp;bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the menu bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take snapshot step &amp;by step…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a snapshot step by step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import profile…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an operator to choose from, by its profile file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All &amp;snapshots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the snapshots of every account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Servers and &amp;volumes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the servers and volumes of every account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshots or &amp;backups?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each is for, and what holds at your providers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New &amp;server from snapshot…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new server from the selected snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New &amp;volume from snapshot…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new volume from the selected snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep until…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say how long the selected snapshots are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo the removal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back the removals that have not been sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time to undo, notifications and what closing does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activit&amp;y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to what was done, by whom and how it ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the account&apos;s name, address or credential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Prices of the account…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the operator&apos;s prices where the provider tells none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write what is shown here into a file for a spreadsheet or a script</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::ActivityDetails</name>
    <message>
        <source>Details of the entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider&apos;s IDs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider&apos;s own words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an entry to see who did what, and how it ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>what was done, and the account</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy %1 %2</source>
        <comment>what it is, and the id</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::ActivityPage</name>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which actions are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only one kind of action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which results are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only what ended in one way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is being exported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write what is shown here into a file for a spreadsheet or a script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>snapdeck-activity-%1</source>
        <comment>name of a file; a date</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entries that can&apos;t be read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::ActivityTable</name>
    <message>
        <source>Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns of the activity</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::BackupHelpDialog</name>
    <message>
        <source>Snapshots or backups?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::BannerStack</name>
    <message>
        <source>Show them</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Keep %n more day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n snapshot(s) are past the date they were kept for</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is removed by itself. Look at them, and remove what is not needed any more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::Closing</name>
    <message>
        <source>%1: %2</source>
        <comment>resource and what is done</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::ClosingDialog</name>
    <message numerus="yes">
        <source>Remove %n snapshot(s) before closing?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The removal is confirmed and can still be undone: nothing has been sent yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Don&apos;t remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Remove %n snapshot(s) now</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Close Snapdeck while work runs?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Don&apos;t &amp;ask again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer can be changed in the preferences.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close Snapdeck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window is hidden; an icon in the tray brings it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s) running</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>What the provider has begun goes on without Snapdeck. Snapdeck looks at it again at its next start and does the steps that are left.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::ColourPicker</name>
    <message>
        <source>Orange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Violet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ochre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::CostCard</name>
    <message>
        <source>Prices of the account…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost, estimate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter what the operator&apos;s price list says. The costs are computed from it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::CreateServerDialog</name>
    <message>
        <source>%1, %2</source>
        <comment>location and country</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Location</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public SSH &amp;key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New server from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever has the private key to it can log in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server &amp;type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>location and why not</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Location</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the snapshot lies: this provider makes it nowhere else.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::CreateVolumeDialog</name>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New volume from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> GiB</source>
        <comment>behind a number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> GB</source>
        <comment>behind a number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least the disk in the snapshot. A larger volume has room that its file system does not use before it is grown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Location</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the snapshot lies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As large as the disk in the snapshot: this provider makes it no larger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The snapshot is no longer there. Refresh to see what is.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::CredentialFields</name>
    <message>
        <source>Open %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sign in with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unchanged. Enter a new one to replace it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored credential is not shown. It is kept while all of these fields are empty.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::CredentialRow</name>
    <message>
        <source>Hide the characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the characters</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::DatabaseHint</name>
    <message>
        <source>A database runs on it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copy is as after a power failure: a sound database recovers from that by itself. To be sure, enter this on the server just before you take the snapshot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MySQL, MariaDB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds back every write for two minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PostgreSQL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes out what is in memory. Holds nothing back: the rest is in its log, which is part of the copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the command for %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::DetailsPanel</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the provider says (JSON)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the provider says, as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <comment>cost</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider tells no price for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cost follows from the size, once it is ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 so far this month, without tax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without tax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it can&apos;t be rolled back to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you roll back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its server no longer exists. You choose another one, which is overwritten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n newer snapshot(s) of it</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n snapshot(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Size in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What removing them saves, without tax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>kind and account</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it is billed, estimate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a snapshot, server or volume to see its facts and what it costs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>source, then provider and account</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing of its own</source>
        <comment>cost</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its volume snapshots are priced by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its volume snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its volume snapshots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not all volume snapshots that it is made of are there any more: it can&apos;t be used.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::Dialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 %2</source>
        <comment>number and step</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::Flows</name>
    <message>
        <source>the provider</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::ImportChoiceDialog</name>
    <message>
        <source>Use this account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which account of %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an account first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::ImportFlow</name>
    <message>
        <source>%1: %2</source>
        <comment>name in a file, what is wrong there</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Choose a file…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::InlineBanner</name>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit account…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider&apos;s own words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit account %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss the message about %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>what it means, what to do</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::KeepChoice</name>
    <message>
        <source>How long it is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The day until which it is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>day with year, for a field</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s), until %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>For good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until another day…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::KeepDialog</name>
    <message>
        <source>&amp;Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long is %1 kept?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>How long are %n snapshot(s) kept?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Past that Snapdeck proposes the removal. Nothing is removed by itself. The date is known to Snapdeck on this computer only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set date</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::KindTabs</name>
    <message>
        <source>Kinds of snapshots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1</source>
        <comment>tab with a count</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VM snapshots %1</source>
        <comment>tab with a count</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume snapshots %1</source>
        <comment>tab with a count</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::MainWindow</name>
    <message>
        <source>Snapdeck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapdeck · %1</source>
        <comment>mode</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select one or more snapshots first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect an account first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an account in the tree first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no filter to clear.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lift the &amp;protection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Protect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a snapshot step by step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This rollback can&apos;t be begun again now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No removal waits to be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The activity was exported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n entries written to %1.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>This provider tells its prices itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the snapshots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is being exported.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::Menus</name>
    <message>
        <source>&amp;Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;High contrast, light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High &amp;contrast, dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Snapshots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::NamePage</name>
    <message>
        <source>Use this name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template of the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{resource}, {date}, {time} and {reason} are filled in. The template is kept for the next snapshot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not known and stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The template gives no name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::NewFromSnapshotCard</name>
    <message>
        <source>A copy beside the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A copy beside the volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New server…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New volume…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::OperationRow</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>what, and what is done to it</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider&apos;s own words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roll back again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the server after %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roll back again after %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::OperationsStrip</name>
    <message>
        <source>Operations</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::PasswordDialog</name>
    <message>
        <source>Copy password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New root password of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New root password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is shown this once and stored nowhere. Keep it before you close; later it can only be reset at the provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider set a new root password for %1. An older one no longer works.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::PlacePage</name>
    <message>
        <source>Locations</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::PlanChooser</name>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>plan and price</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · the only one here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::PreferencesDialog</name>
    <message>
        <source>Tell on the &amp;desktop when long work has ended and the window is not in front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close Snapdeck; the work at the provider goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep &amp;running, with an icon in the tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds, behind a number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time to undo a removal, in seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> d</source>
        <comment>days, behind a number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long safety snapshots are kept, in days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time to &amp;undo a removal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A removal waits so long before it is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep safety snapshots for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Past that their removal is proposed; nothing is removed by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the window is closed while work runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desktop has no tray, from which the window could be brought back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::PricesDialog</name>
    <message>
        <source>Prices of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This provider tells no prices. With those of your operator&apos;s price list, without tax, Snapdeck estimates what snapshots cost. They are marked as entered by you, and stay on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the price is for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per GiB and month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per GB and month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per GiB and hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per GB and hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshot of a &amp;server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshot of a &amp;volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the three letters of the currency, such as EUR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter an amount alone, such as %1: digits, with at most nine behind the point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where you enter none, the price list in the operator&apos;s profile holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by the profile</source>
        <comment>a price</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::ProjectPage</name>
    <message>
        <source>Projects</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::RailStep</name>
    <message>
        <source>Step %L1, %2</source>
        <comment>number and title</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %L1, %2: %3</source>
        <comment>number, title and answer</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::RemovalsRow</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Try the %n again</source>
        <comment>snapshots that were not removed</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Removal of %1</source>
        <comment>a number of snapshots</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the removal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why snapshots were not removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss the removal of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::RemoveDialog</name>
    <message>
        <source>Remove snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Remove %n snapshot(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>snapshot and why it stays</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copy is deleted at the provider for good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copy is deleted at the provider for good. %1 itself is not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>moment and age</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 a month, estimate</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Remove %n snapshot(s)?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>These copies are deleted at the provider for good. Their servers and volumes are not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in all. Saves %2 a month, estimate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After this no good snapshot is left of: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n selected snapshot(s) can&apos;t be removed and will stay</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Type %1 to confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the selected snapshots can be removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type %L1 above first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::RemoveList</name>
    <message>
        <source>Snapshots that will be removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per month</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::RenameDialog</name>
    <message>
        <source>Rename snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New &amp;name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account is no longer connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type another name first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::ResourceHead</name>
    <message>
        <source>Servers and volumes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>kind, then provider and account</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a snapshot of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::ResourcePicker</name>
    <message>
        <source>Nothing here can be chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::ResourceTable</name>
    <message>
        <source>Servers and volumes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns of the table of servers and volumes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a snapshot of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::ResourceTree</name>
    <message>
        <source>Accounts, servers and volumes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::ReviewPage</name>
    <message>
        <source>Billing cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>billing rule and what it means</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 prepaid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · </source>
        <comment>between limits</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::RollbackDialog</name>
    <message>
        <source>&amp;Server to roll back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another server…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>server and why not</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server it was taken of no longer exists. Another one is overwritten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, the server it was taken of, no longer exists. Another one is overwritten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roll back %1 to %2?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type %1 to confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roll back %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roll back to %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the server first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type %1 above first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a &amp;safety snapshot of the current state first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Past that its removal is proposed. It is never removed by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. Called %2. If it fails, nothing is rolled back.</source>
        <comment>price, name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 The safety snapshot comes on top.</source>
        <comment>how long it takes</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::RowActions</name>
    <message>
        <source>Roll back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roll back to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roll back to this snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this snapshot</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::SendingDialog</name>
    <message numerus="yes">
        <source>Removing %n snapshot(s)…</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Snapdeck closes as soon as the provider has accepted the removal, after %L1 s at the latest. What is not answered by then is looked at again at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::ServerTypeList</name>
    <message>
        <source>Search server types</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search by type, cores, memory or disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server types</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>server types</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No server type matches the search.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::ServersPage</name>
    <message>
        <source>Servers and volumes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the servers and volumes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::SnapshotHeader</name>
    <message>
        <source>Columns of the snapshot table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::SnapshotLinks</name>
    <message>
        <source>%1 · %2</source>
        <comment>age and name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>volume and size</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::SnapshotTable</name>
    <message>
        <source>Snapshots</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::SourcePage</name>
    <message>
        <source>Search volumes and servers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search by name, server or state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volumes and servers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No volume or server matches the search.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::StatePage</name>
    <message>
        <source>Connect an account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the first snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::StatusLine</name>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 shown of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All: %1 a month, estimate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What every snapshot costs together, without tax. Not an invoice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loading %1 of about %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as of %1, loading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as of %1, loading %2 of about %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::StepRail</name>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::StopChoice</name>
    <message>
        <source>Take it while the server &amp;runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Shut down, take, start again (recommended)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is off while the copy is made. Everything is written to the disk before, so the copy is whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No interruption. The copy is as after a power failure: what %1 has not written yet is missing, and a database may need repair.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::TableExport</name>
    <message>
        <source>Export the snapshots: all %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the snapshots: %1 of %2 shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>snapdeck-snapshots-%1</source>
        <comment>name of a file; a date</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The snapshots were exported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n snapshots written to %1.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 snapshots written to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the servers and volumes: all %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the servers and volumes: %1 of %2 shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>snapdeck-servers-%1</source>
        <comment>name of a file; a date</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The servers and volumes were exported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n servers and volumes written to %1.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 servers and volumes written to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Some of it is older: “as_of” tells of when each row is.</source>
        <comment>how many, a whole sentence</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::TakeDialog</name>
    <message>
        <source>Take snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: before the upgrade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a snapshot of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VM snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Location</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is no longer there. Refresh to see what is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>estimate, and how it comes about</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left empty, it is called %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::TakeWizard</name>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider has been asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have been taken. Close this window, refresh and look.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two whole sentences</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you have typed stays. Go back to choose again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close without taking a snapshot?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name %1 has not been used yet and is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close without a snapshot</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::TopBar</name>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search or filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search, or filter: age&gt;30d size&gt;20GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refreshing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words must all occur in a row. Conditions: age&gt;30d, size&gt;20GB, price&gt;1, status:failed, is:protected, is:orphaned, is:due.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Views::UndoBar</name>
    <message>
        <source>Remove now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time left to undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the removal back: nothing has been sent yet (%1)</source>
        <comment>keys</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removal of %1</source>
        <comment>which snapshots</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 were taken back; the others had been sent already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2. It can be undone.</source>
        <comment>which snapshots, will be removed</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
