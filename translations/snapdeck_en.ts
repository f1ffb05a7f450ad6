<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>ActivityText</name>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>App::ProfileDesk</name>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… and %n more.</numerusform>
            <numerusform>… and %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n accounts use it. They keep their token and the address that they are connected to.</source>
        <translation>
            <numerusform>%n account uses it. It keeps its token and the address that it is connected to.</numerusform>
            <numerusform>%n accounts use it. They keep their token and the address that they are connected to.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n imported profiles can&apos;t be used.</source>
        <translation>
            <numerusform>%n imported profile can&apos;t be used.</numerusform>
            <numerusform>%n imported profiles can&apos;t be used.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Consequences</name>
    <message numerus="yes">
        <source>%n newer snapshots stay.</source>
        <translation>
            <numerusform>%n newer snapshot stays.</numerusform>
            <numerusform>%n newer snapshots stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n newer snapshots are removed by it.</source>
        <translation>
            <numerusform>%n newer snapshot is removed by it.</numerusform>
            <numerusform>%n newer snapshots are removed by it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Items::ActivityModel</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Items::ResourceModel</name>
    <message numerus="yes">
        <source>%n server(s)</source>
        <translation>
            <numerusform>%n server</numerusform>
            <numerusform>%n servers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n volume(s)</source>
        <translation>
            <numerusform>%n volume</numerusform>
            <numerusform>%n volumes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a good snapshot of the last 30 days</source>
        <translation>
            <numerusform>%n without a good snapshot of the last 30 days</numerusform>
            <numerusform>%n without a good snapshot of the last 30 days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JournalWords</name>
    <message numerus="yes">
        <source>%n entries of the activity can&apos;t be read.</source>
        <translation>
            <numerusform>%n entry of the activity can&apos;t be read.</numerusform>
            <numerusform>%n entries of the activity can&apos;t be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them had not ended: what was asked for goes on at the provider, and is not followed here any more.</source>
        <translation>
            <numerusform>%n of them had not ended: what was asked for goes on at the provider, and is not followed here any more.</numerusform>
            <numerusform>%n of them had not ended: what was asked for goes on at the provider, and is not followed here any more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OperationNews</name>
    <message numerus="yes">
        <source>%n operation(s) ended</source>
        <translation>
            <numerusform>%n operation ended</numerusform>
            <numerusform>%n operations ended</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ended badly. Snapdeck&apos;s window tells why.</source>
        <comment>operations</comment>
        <translation>
            <numerusform>%n ended badly. Snapdeck&apos;s window tells why.</numerusform>
            <numerusform>%n ended badly. Snapdeck&apos;s window tells why.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProfileReader</name>
    <message numerus="yes">
        <source>It is longer than %n characters.</source>
        <translation>
            <numerusform>It is longer than %n character.</numerusform>
            <numerusform>It is longer than %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It must be a list of at most %n addresses, in square brackets. It may be empty: the person types one then.</source>
        <translation>
            <numerusform>It must be a list of at most %n address, in square brackets. It may be empty: the person types one then.</numerusform>
            <numerusform>It must be a list of at most %n addresses, in square brackets. It may be empty: the person types one then.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It must be an address in quotation marks, of at most %n characters.</source>
        <translation>
            <numerusform>It must be an address in quotation marks, of at most %n character.</numerusform>
            <numerusform>It must be an address in quotation marks, of at most %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It must be an object with one member for each language, at most %n.</source>
        <translation>
            <numerusform>It must be an object with one member for each language, at most %n.</numerusform>
            <numerusform>It must be an object with one member for each language, at most %n.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProfileText</name>
    <message numerus="yes">
        <source>It may hold small letters a to z, digits and hyphens, at most %n characters.</source>
        <translation>
            <numerusform>It may hold small letters a to z, digits and hyphens, at most %n character.</numerusform>
            <numerusform>It may hold small letters a to z, digits and hyphens, at most %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Removals</name>
    <message numerus="yes">
        <source>%n snapshot(s)</source>
        <translation>
            <numerusform>%n snapshot</numerusform>
            <numerusform>%n snapshots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <comment>removals</comment>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not certain</source>
        <comment>removals</comment>
        <translation>
            <numerusform>%n not certain</numerusform>
            <numerusform>%n not certain</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <comment>removals</comment>
        <translation>
            <numerusform>%n cancelled</numerusform>
            <numerusform>%n cancelled</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResourceCover</name>
    <message numerus="yes">
        <source>There is no good snapshot among its %n.</source>
        <translation>
            <numerusform>Its only snapshot is not good.</numerusform>
            <numerusform>There is no good snapshot among its %n.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SnapshotParts</name>
    <message numerus="yes">
        <source>%n volume snapshots that hold data of these stay, and are billed until they are removed too.</source>
        <translation>
            <numerusform>%n volume snapshot that holds data of these stays, and is billed until it is removed too.</numerusform>
            <numerusform>%n volume snapshots that hold data of these stay, and are billed until they are removed too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Its %n volume snapshots stay, and are billed until they are removed too.</source>
        <translation>
            <numerusform>Its %n volume snapshot stays, and is billed until it is removed too.</numerusform>
            <numerusform>Its %n volume snapshots stay, and are billed until they are removed too.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SnapshotTable</name>
    <message numerus="yes">
        <source>The sizes of the %n volume snapshots that hold its data added up. Each is listed by itself.</source>
        <translation>
            <numerusform>The size of the %n volume snapshot that holds its data, which is listed by itself.</numerusform>
            <numerusform>The sizes of the %n volume snapshots that hold its data added up. Each is listed by itself.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakeLimit</name>
    <message numerus="yes">
        <source>A snapshot of %1 takes one of each of its %n volumes, and the account has %2; remove some, or ask the operator for more.</source>
        <comment>server, so many snapshots</comment>
        <translation>
            <numerusform>A snapshot of %1 takes one of its volume, and the account has %2; remove some, or ask the operator for more.</numerusform>
            <numerusform>A snapshot of %1 takes one of each of its %n volumes, and the account has %2; remove some, or ask the operator for more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A snapshot of %1 takes one of each of its %n volumes, and the project has %2; remove some, or ask the operator for more.</source>
        <comment>server, so many snapshots</comment>
        <translation>
            <numerusform>A snapshot of %1 takes one of its volume, and the project has %2; remove some, or ask the operator for more.</numerusform>
            <numerusform>A snapshot of %1 takes one of each of its %n volumes, and the project has %2; remove some, or ask the operator for more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A snapshot of %1 takes one of each of its %n volumes.</source>
        <comment>server</comment>
        <translation>
            <numerusform>A snapshot of %1 takes one of its volume.</numerusform>
            <numerusform>A snapshot of %1 takes one of each of its %n volumes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakeText</name>
    <message numerus="yes">
        <source>%n servers</source>
        <translation>
            <numerusform>%n server</numerusform>
            <numerusform>%n servers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n volumes</source>
        <translation>
            <numerusform>%n volume</numerusform>
            <numerusform>%n volumes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Views::BannerStack</name>
    <message numerus="yes">
        <source>Keep %n more day(s)</source>
        <translation>
            <numerusform>Keep %n more day</numerusform>
            <numerusform>Keep %n more days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n snapshot(s) are past the date they were kept for</source>
        <translation>
            <numerusform>%n snapshot is past the date it was kept until</numerusform>
            <numerusform>%n snapshots are past the date they were kept until</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Views::ClosingDialog</name>
    <message numerus="yes">
        <source>Remove %n snapshot(s) before closing?</source>
        <translation>
            <numerusform>Remove %n snapshot before closing?</numerusform>
            <numerusform>Remove %n snapshots before closing?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n snapshot(s) now</source>
        <translation>
            <numerusform>Remove %n snapshot now</numerusform>
            <numerusform>Remove %n snapshots now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s) running</source>
        <translation>
            <numerusform>%n operation is running</numerusform>
            <numerusform>%n operations are running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Views::DetailsPanel</name>
    <message numerus="yes">
        <source>%n newer snapshot(s) of it</source>
        <translation>
            <numerusform>%n newer snapshot of it</numerusform>
            <numerusform>%n newer snapshots of it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n snapshot(s)</source>
        <translation>
            <numerusform>%n snapshot</numerusform>
            <numerusform>%n snapshots</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Views::KeepChoice</name>
    <message numerus="yes">
        <source>%n day(s), until %1</source>
        <translation>
            <numerusform>%n day, until %1</numerusform>
            <numerusform>%n days, until %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Views::KeepDialog</name>
    <message numerus="yes">
        <source>How long are %n snapshot(s) kept?</source>
        <translation>
            <numerusform>How long is %n snapshot kept?</numerusform>
            <numerusform>How long are %n snapshots kept?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Views::MainWindow</name>
    <message numerus="yes">
        <source>%n entries written to %1.</source>
        <translation>
            <numerusform>%n entry written to %1.</numerusform>
            <numerusform>%n entries written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Views::RemovalsRow</name>
    <message numerus="yes">
        <source>Try the %n again</source>
        <comment>snapshots that were not removed</comment>
        <translation>
            <numerusform>Try it again</numerusform>
            <numerusform>Try the %n again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Views::RemoveDialog</name>
    <message numerus="yes">
        <source>Remove %n snapshot(s)</source>
        <translation>
            <numerusform>Remove %n snapshot</numerusform>
            <numerusform>Remove %n snapshots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n snapshot(s)?</source>
        <translation>
            <numerusform>Remove %n snapshot?</numerusform>
            <numerusform>Remove %n snapshots?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected snapshot(s) can&apos;t be removed and will stay</source>
        <translation>
            <numerusform>%n selected snapshot can&apos;t be removed and will stay</numerusform>
            <numerusform>%n selected snapshots can&apos;t be removed and will stay</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Views::SendingDialog</name>
    <message numerus="yes">
        <source>Removing %n snapshot(s)…</source>
        <translation>
            <numerusform>Removing %n snapshot…</numerusform>
            <numerusform>Removing %n snapshots…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Views::StatusLine</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Views::TableExport</name>
    <message numerus="yes">
        <source>%n snapshots written to %1.</source>
        <translation>
            <numerusform>%n snapshot written to %1.</numerusform>
            <numerusform>%n snapshots written to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n servers and volumes written to %1.</source>
        <translation>
            <numerusform>%n server or volume written to %1.</numerusform>
            <numerusform>%n servers and volumes written to %1.</numerusform>
        </translation>
    </message>
</context>
</TS>
