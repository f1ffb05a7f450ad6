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
    <name>Views::StatusLine</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
</TS>
